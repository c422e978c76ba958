import { type IncomingMessage, request } from 'node:http';
import { type TestRequest, toPlainRequest } from './test-request.ts';

/**
 * Sends one request to 127.0.0.1 at `port`, for the site at `origin`, over a connection of its own: one that was kept may have been closed by
 * a server that ended, or that waited for long enough, before this end has heard of it. Redirects are not followed.
 */
export function sendOverSocket(port: number, origin: string, path: string, init?: TestRequest): Promise<Response> {
  const { host, pathname, search } = new URL(origin + path);
  const { method, headers, body } = toPlainRequest(host, init);
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const asked = request({ port, host: '127.0.0.1', path: pathname + search, method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => resolve(toResponse(response, Buffer.concat(chunks))));
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}

function toResponse({ statusCode: status = 0, rawHeaders }: IncomingMessage, bytes: Buffer): Response {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return new Response(status === 204 || status === 304 ? null : new Uint8Array(bytes), { status, headers });
}
