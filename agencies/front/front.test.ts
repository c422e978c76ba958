import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createServerClient } from './server-client.ts';
import { type Front, startFront } from './start-front.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
const running: { close: () => unknown }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function startServer(seen: Seen[]): Promise<number> {
  const server: Server = createServer(async (incoming, outgoing) => {
    const body = (await incoming.toArray()).join('');
    seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body });
    outgoing.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    outgoing.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  running.push({ close: () => server.close() });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function start(serverPort: number): Promise<Front> {
  const front = await startFront({
    port: 0,
    sites: [
      { host: 'tax.localhost', serverPort, fetch: (incoming) => new Response(`tax ${new URL(incoming.url).host}`) },
      { host: 'transport.localhost', serverPort, ownPaths: ['/.well-known/services.jsonld'], fetch: () => new Response('transport') },
    ],
  });
  running.push(front);
  return front;
}

function ask(port: number, host: string, path: string, body?: string, accept = '*/*') {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const headers = { host: `${host}:${port}`, accept, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) };
    const outgoing = request({ host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers });
    outgoing.on('error', reject).on('response', async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: (await response.toArray()).join('') });
    });
    outgoing.end(body);
  });
}

describe('the front', () => {
  it('answers by Host from the site, and knows no other name', async () => {
    const { port } = await start(await startServer([]));
    expect((await ask(port, 'tax.localhost', '/')).text).toBe(`tax tax.localhost:${port}`);
    expect((await ask(port, 'elsewhere.localhost', '/')).status).toBe(404);
  });

  it('hands /daricheh/ and /.well-known/ to the server as they came: Host, length, body', async () => {
    const seen: Seen[] = [];
    const { port } = await start(await startServer(seen));
    const answer = await ask(port, 'tax.localhost', '/daricheh/submissions?x=1', 'سلام');
    expect(answer).toMatchObject({ status: 201, text: '{"ok":true}', headers: { 'set-cookie': ['a=1', 'b=2'] } });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/daricheh/submissions?x=1',
        body: 'سلام',
        headers: expect.objectContaining({ host: `tax.localhost:${port}`, 'content-length': '8' }),
      },
    ]);
    expect(Object.keys(seen[0]?.headers ?? {})).not.toContain('x-forwarded-for');
  });

  it('leaves a site its own file under /.well-known/', async () => {
    const { port } = await start(await startServer([]));
    expect((await ask(port, 'transport.localhost', '/.well-known/services.jsonld?x')).text).toBe('transport');
    expect((await ask(port, 'transport.localhost', '/.well-known/other')).status).toBe(201);
  });

  it('says that the server is down in the form the visitor reads, while the site goes on', async () => {
    const { port } = await start(1);
    const page = await ask(port, 'tax.localhost', '/daricheh/x', undefined, 'text/html');
    expect(page.status).toBe(502);
    expect(page.text).toContain('اکنون پاسخی نمی‌آید');
    const problem = await ask(port, 'tax.localhost', '/daricheh/x');
    expect(JSON.parse(problem.text)).toMatchObject({ status: 502, code: 'unavailable' });
    expect((await ask(port, 'tax.localhost', '/')).status).toBe(200);
  });
});

describe('the client for the server', () => {
  it('sends JSON under the agency’s Host, and tells cookies apart', async () => {
    const seen: Seen[] = [];
    const callServer = createServerClient({ port: await startServer(seen), host: 'tax.localhost:8570' });
    const answer = await callServer({
      method: 'POST',
      path: '/daricheh/x',
      json: { a: 1 },
      bearer: 'k',
      cookie: 'c=1',
      idempotencyKey: 'i',
    });
    expect(answer).toEqual({ kind: 'answered', status: 201, setCookies: ['a=1', 'b=2'], text: '{"ok":true}', json: { ok: true } });
    expect(seen[0]).toMatchObject({
      body: '{"a":1}',
      headers: { host: 'tax.localhost:8570', authorization: 'Bearer k', cookie: 'c=1', 'idempotency-key': 'i', 'content-length': '7' },
    });
  });

  it('answers that nobody is there', async () => {
    expect(await createServerClient({ port: 1, host: 'tax.localhost' })({ method: 'GET', path: '/' })).toEqual({ kind: 'unreachable' });
  });
});
