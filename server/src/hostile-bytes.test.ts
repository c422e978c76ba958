import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { type Listener, listen } from './listen.ts';
import { createTestApp, originOf, type TestApp } from './testing/test-app.ts';

let app: TestApp;
let listener: Listener;
beforeAll(async () => {
  app = await createTestApp();
  const served = createApp(app.deps);
  listener = await listen({ answer: (request, bindings) => served.fetch(request, bindings as object), port: 0 });
});
afterAll(() => listener.close());

const host = new URL(originOf('tax')).host;
const form = '/daricheh/forms/yearly-return';

/** What comes back for these very bytes, until the server closes the connection; `isCut` closes it first. */
function exchange(lines: readonly string[], body = '', { isCut = false } = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let answer = '';
  const socket = connect(listener.port, '127.0.0.1');
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', reject);
  socket.on('close', () => resolve(answer));
  const bytes = `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;
  socket.write(bytes, () => isCut && socket.destroy());
  return promise;
}

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

describe('bytes that no client library sends', () => {
  it.each([
    ['two hosts', [`GET ${form} HTTP/1.1`, `Host: ${host}`, 'Host: passport.localhost:8570'], 404],
    ['a host with a user name', [`GET ${form} HTTP/1.1`, `Host: passport.localhost@${host}`], 400],
    ['a host with a path', [`GET ${form} HTTP/1.1`, `Host: ${host}/x`], 400],
    ['no host', [`GET ${form} HTTP/1.0`], 400],
    ['a forwarded host', [`GET ${form} HTTP/1.1`, 'Host: passport.localhost:8570', `X-Forwarded-Host: ${host}`], 404],
    [
      'another host in its address',
      ['GET http://tax.localhost:8570/daricheh/forms/yearly-return HTTP/1.1', 'Host: passport.localhost:8570'],
      404,
    ],
    ['an escaped slash', ['GET /daricheh%2fforms/yearly-return HTTP/1.1', `Host: ${host}`], 404],
    ['a second slash', [`GET //evil.test${form} HTTP/1.1`, `Host: ${host}`], 404],
    ['half an escape', ['GET /daricheh/forms/%E0%A4%A HTTP/1.1', `Host: ${host}`], 404],
    ['TRACE', [`TRACE ${form} HTTP/1.1`, `Host: ${host}`], 411],
    [
      'an overridden method',
      ['POST /daricheh/session HTTP/1.1', `Host: ${host}`, 'X-HTTP-Method-Override: DELETE', 'Content-Length: 0'],
      404,
    ],
    ['20 KB of cookies', ['GET /daricheh/session HTTP/1.1', `Host: ${host}`, `Cookie: daricheh_session=${'a'.repeat(20_000)}`], 431],
  ])('%s: is refused', async (_what, lines, status) => {
    expect(statusOf(await exchange(lines))).toBe(status);
  });

  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3'], 400],
    ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked'], 400],
    ['chunks', ['Transfer-Encoding: chunked'], 411, '2\r\n{}\r\n0\r\n\r\n'],
    ['the promise of 10 MB', ['Content-Length: 10000000'], 413],
    ['two types', ['Content-Length: 2', 'Content-Type: text/plain', 'Content-Type: application/json'], 415],
  ] as [string, string[], number, string?][])('C15: a body with %s is refused', async (_what, headers, status, body = '{}') => {
    const lines = ['POST /daricheh/submissions/requests HTTP/1.1', `Host: ${host}`, ...headers];
    expect(statusOf(await exchange(lines, body))).toBe(status);
  });

  it.each([
    ['nested 98,000 deep', '['.repeat(98_000)],
    ['nested 49,000 deep and closed again', `${'['.repeat(49_000)}${']'.repeat(49_000)}`],
    ['with a name twice, once escaped', '{"form":1,"\\u0066orm":2}'],
    ['with __proto__', '{"__proto__":{"form":1}}'],
    ['with a number past all numbers', '{"form":{"id":"yearly-return","version":1e999,"hash":"x"},"manifestHash":"x"}'],
    ['behind a byte order mark', '\ufeff{}'],
  ])('C15: JSON %s is refused', async (_what, body) => {
    const headers = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`];
    const answer = await exchange(['POST /daricheh/submissions/requests HTTP/1.1', `Host: ${host}`, ...headers], body);
    expect(answer).toMatch(/^HTTP\/1.1 400 .*"code":"malformed_request"/s);
  });

  it('HEAD is answered as GET is, without the body', async () => {
    const answer = await exchange([`HEAD ${form} HTTP/1.1`, `Host: ${host}`]);
    expect([statusOf(answer), answer.split('\r\n\r\n')[1]]).toEqual([200, '']);
  });

  it('a client that goes away in the middle of its body is no error of ours', async () => {
    const headers = ['Content-Type: application/json', 'Content-Length: 20'];
    app.logged.length = 0;
    await exchange(['POST /daricheh/submissions/requests HTTP/1.1', `Host: ${host}`, ...headers], '{}', { isCut: true });
    await expect.poll(() => app.logged).toEqual([expect.objectContaining({ level: 'info', code: 'malformed_request' })]);
  });
});
