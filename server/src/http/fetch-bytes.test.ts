import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchBytes } from './fetch-bytes.ts';

const limits = { accept: 'text/plain', maxBytes: 10, timeoutMs: 200 };

/** Runs `test` against a server of this machine, under a name that no resolver knows. */
async function withServer(listener: RequestListener, test: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    await test(`http://registry.localhost:${port}/list`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('fetching', () => {
  it('gives what was answered, from names under .localhost too', async () => {
    await withServer(
      (request, response) =>
        response.writeHead(200, { 'content-type': 'text/plain' }).end(`${request.headers.host?.split(':')[0]?.slice(0, 8)}`),
      async (url) => {
        expect(await fetchBytes(url, limits)).toEqual({
          status: 200,
          contentType: 'text/plain',
          body: new TextEncoder().encode('registry'),
        });
      },
    );
  });

  it('tells when to come again, where that was said', async () => {
    await withServer(
      (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end(),
      async (url) => {
        expect(await fetchBytes(url, limits)).toMatchObject({ status: 503, retryAfter: '120' });
      },
    );
  });

  it('follows no redirect', async () => {
    await withServer(
      (_request, response) => response.writeHead(302, { location: '/other' }).end(),
      async (url) => expect((await fetchBytes(url, limits)).status).toBe(302),
    );
  });

  it.each<[string, RequestListener]>([
    ['longer than allowed', (_request, response) => response.end('x'.repeat(11))],
    ['cut off', (_request, response) => response.writeHead(200, { 'content-length': '5' }).write('x', () => response.destroy())],
    ['too late', () => undefined],
  ])('gives up on an answer that is %s', async (_what, listener) => {
    await withServer(listener, async (url) => {
      await expect(fetchBytes(url, limits)).rejects.toMatchObject({ code: 'unavailable' });
    });
  });

  it('gives up where nobody answers', async () => {
    await expect(fetchBytes('http://127.0.0.1:1/', limits)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
