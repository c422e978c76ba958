import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Headers that belong to one connection and are not handed on (RFC 9110, section 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/**
 * Hands the request to the server on 127.0.0.1 as it came, Host and Content-Length included, and streams the answer
 * back, as an agency's nginx would. A server that is down becomes a 502.
 */
export function proxyRequest(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const upstream = request({
    host: '127.0.0.1',
    port,
    // A connection kept from before may be closed by the server as we write on it; a form must not be lost to that.
    agent: false,
    method: incoming.method,
    path: incoming.url,
    headers: keepEndToEnd(incoming.rawHeaders),
    setHost: false,
  });
  upstream.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, keepEndToEnd(response.rawHeaders));
    response.pipe(outgoing);
    response.on('error', () => outgoing.destroy());
  });
  upstream.on('error', () => answerServerDown(incoming, outgoing));
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function keepEndToEnd(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!hopByHop.has(name.toLowerCase())) kept.push(name, rawHeaders[index + 1] ?? '');
  }
  return kept;
}

function answerServerDown(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.headersSent) return void outgoing.destroy();
  const wantsPage = (incoming.headers.accept ?? '').includes('text/html');
  const body = wantsPage ? downPage : downProblem;
  outgoing.writeHead(502, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  outgoing.end(body);
}

const downProblem = JSON.stringify({
  type: 'urn:daricheh:error:unavailable',
  title: 'The service is not answering now. Your work is safe; try again a little later.',
  title_fa: 'اکنون پاسخی نمی‌آید. کار شما محفوظ است؛ کمی بعد دوباره بکوشید.',
  status: 502,
  code: 'unavailable',
  facts: {},
});

const downPage = `<!doctype html>
<html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>سرویس پاسخ نمی‌دهد</title></head>
<body><main><h1>اکنون پاسخی نمی‌آید</h1><p>چیزی از دست نرفته است. کمی بعد همین صفحه را تازه کنید.</p>
<p lang="en" dir="ltr">The service is not answering now. Nothing is lost; reload this page a little later.</p></main></body></html>
`;
