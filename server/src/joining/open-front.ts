import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};
/** Headers that belong to one connection and are not handed on (RFC 9110, section 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

export type Front = { readonly close: () => Promise<void> };

/**
 * Listens on 127.0.0.1: shows the files below `pages`, and hands /daricheh/ and /.well-known/ on to the server beside it with the Host
 * header as it came, as the agency's own web server will. For trying; it neither caches nor keeps connections.
 * @throws Error of node:net, such as EADDRINUSE, when the port cannot be had
 */
export async function openFront(options: { readonly port: number; readonly serverPort: number; readonly pages: string }): Promise<Front> {
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://site.localhost');
    if (pathname.startsWith('/daricheh/') || pathname.startsWith('/.well-known/')) handOn(incoming, outgoing, options.serverPort);
    else void showFile(options.pages, pathname, outgoing);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(options.port, '127.0.0.1', resolve);
  await promise;
  return {
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    },
  };
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, rawHeaders } = incoming;
  const upstream = request({ host: '127.0.0.1', port, agent: false, method, path: url, headers: keepEndToEnd(rawHeaders), setHost: false });
  upstream.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, keepEndToEnd(response.rawHeaders));
    response.pipe(outgoing);
    response.on('error', () => outgoing.destroy());
  });
  upstream.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function keepEndToEnd(rawHeaders: readonly string[]): string[] {
  const names = rawHeaders.filter((_part, index) => index % 2 === 0);
  return names.flatMap((name, place) => (hopByHop.has(name.toLowerCase()) ? [] : [name, rawHeaders[2 * place + 1] ?? '']));
}

async function showFile(pages: string, pathname: string, outgoing: ServerResponse): Promise<void> {
  try {
    const file = join(pages, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!file.startsWith(pages + sep)) throw new Error('It lies elsewhere.');
    const bytes = await readFile(file);
    outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    outgoing.end(bytes);
  } catch {
    // Whatever it was: there is no such page.
    outgoing.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end('No such page.\n');
  }
}
