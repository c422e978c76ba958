import { createServer } from 'node:http';

export type SeenCall = {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly origin: string | undefined;
  readonly body: unknown;
};

export type FakeAnswer = { readonly status?: number; readonly json?: unknown; readonly setCookies?: readonly string[] };

/** A stand-in for the Daricheh server on a real socket: answers by `METHOD path`, 404 for the rest, and remembers what it was asked. */
export async function startFakeServer(answers: Readonly<Record<string, FakeAnswer | ((call: SeenCall) => FakeAnswer)>>, port = 0) {
  const calls: SeenCall[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const text = (await incoming.toArray()).join('');
    const { host, authorization, cookie, origin } = incoming.headers;
    const path = (incoming.url ?? '').split('?', 1)[0] ?? '';
    const call = {
      method: incoming.method ?? '',
      path,
      host,
      authorization,
      cookie,
      origin,
      body: text === '' ? undefined : readBody(text),
    };
    calls.push(call);
    const found = answers[`${call.method} ${path}`] ?? { status: 404, json: { code: 'not_found' } };
    const { status = 200, json, setCookies = [] } = typeof found === 'function' ? found(call) : found;
    outgoing.writeHead(status, { 'content-type': 'application/json', 'set-cookie': [...setCookies] });
    outgoing.end(json === undefined ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    calls,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
