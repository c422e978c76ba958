import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { proxyRequest } from './proxy.ts';

/** One site behind the front. `serverPort` is that of the Daricheh server beside it; a site without one has none. */
export type FrontSite = {
  readonly host: string;
  readonly serverPort?: number;
  /** Paths of the proxied part that the site answers itself. */
  readonly ownPaths?: readonly string[];
  readonly fetch: (request: Request) => Response | Promise<Response>;
};

export type Front = { readonly port: number; readonly close: () => Promise<void> };

/** Listens on 127.0.0.1 and answers each request by its Host: from the agency's own site, or from the server beside it. */
export async function startFront(options: { readonly port: number; readonly sites: readonly FrontSite[] }): Promise<Front> {
  const routes = new Map(options.sites.map((site) => [site.host, { site, answer: getRequestListener(site.fetch) }]));
  const server = createServer((incoming, outgoing) => {
    const route = routes.get(hostOf(incoming));
    if (route === undefined) return void answerUnknownHost(outgoing);
    const { serverPort } = route.site;
    if (serverPort !== undefined && isProxied(incoming, route.site)) return void proxyRequest(incoming, outgoing, serverPort);
    void route.answer(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  return { port: readPort(server), close: () => closeServer(server) };
}

function hostOf(incoming: IncomingMessage): string {
  return (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

function isProxied(incoming: IncomingMessage, site: FrontSite): boolean {
  const path = (incoming.url ?? '/').split('?', 1)[0] ?? '/';
  if (site.ownPaths?.includes(path)) return false;
  return path.startsWith('/daricheh/') || path.startsWith('/.well-known/');
}

function answerUnknownHost(outgoing: ServerResponse): void {
  outgoing.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  outgoing.end('No site of this name.\n');
}

function readPort(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
