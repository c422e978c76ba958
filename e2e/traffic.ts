import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request of the browser with its answer, bodies as they went over the wire. */
export type Exchange = {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly answer: Answer;
};

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Changes an answer on its way to the browser; undefined leaves it. */
export type Rewrite = (url: URL, answer: Answer) => Buffer | undefined;

/** Answers in the place of a site, as slowly and as strangely as a test wants. */
export type StandIn = (outgoing: ServerResponse) => void;

/** A proxy that notes everything that a browser (pages, worker, all windows) says to the sites of the demo. */
export type Traffic = {
  /** For the browser's `proxy` setting. */
  readonly proxy: string;
  readonly exchanges: readonly Exchange[];
  /** Hosts outside the demo that the browser has asked for. Nobody answered. */
  readonly strangers: readonly string[];
  listTo(host: string): readonly Exchange[];
  /** From here on these requests find nobody; undefined lets all through again. */
  interrupt(matches: ((url: URL) => boolean) | undefined): void;
  rewrite(change: Rewrite | undefined): void;
  /** Requests for which `choose` gives a stand-in do not reach the site, and are no exchange with it; undefined lets all through again. */
  standIn(choose: ((url: URL) => StandIn | undefined) | undefined): void;
  forget(): void;
  close(): Promise<void>;
};

/** Starts the proxy; what it forwards goes to `port` on this machine, whatever the name. */
export async function recordTraffic(port: number): Promise<Traffic> {
  const exchanges: Exchange[] = [];
  const strangers: string[] = [];
  let isInterrupted: (url: URL) => boolean = () => false;
  let change: Rewrite = () => undefined;
  let chooseStandIn: (url: URL) => StandIn | undefined = () => undefined;
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '', 'http://unknown');
    if (url.port !== String(port) || !url.hostname.endsWith('.localhost')) {
      strangers.push(url.host);
      return void outgoing.writeHead(502).end();
    }
    if (isInterrupted(url)) return void incoming.socket.destroy();
    const standIn = chooseStandIn(url);
    if (standIn) return standIn(outgoing);
    forward({ incoming, outgoing, url, port, change: (answer) => change(url, answer), keep: (exchange) => exchanges.push(exchange) }).catch(
      () => incoming.socket.destroy(),
    );
  });
  server.on('connect', (incoming, socket) => {
    strangers.push(incoming.url ?? '');
    // Nobody else listens to this socket once it is handed over: a browser that ends just now would end the tests.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    proxy: `http://127.0.0.1:${readPort(server)}`,
    exchanges,
    strangers,
    listTo: (host) => exchanges.filter(({ url }) => url.hostname === host),
    interrupt: (matches) => {
      isInterrupted = matches ?? (() => false);
    },
    rewrite: (given) => {
      change = given ?? (() => undefined);
    },
    standIn: (choose) => {
      chooseStandIn = choose ?? (() => undefined);
    },
    forget: () => {
      exchanges.length = 0;
      strangers.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Forwarding = {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly url: URL;
  readonly port: number;
  readonly change: (answer: Answer) => Buffer | undefined;
  readonly keep: (exchange: Exchange) => void;
};

async function forward({ incoming, outgoing, url, port, change, keep }: Forwarding): Promise<void> {
  const { method = 'GET' } = incoming;
  const { 'proxy-connection': _hop, ...headers } = incoming.headers;
  const body = await readAll(incoming);
  const path = `${url.pathname}${url.search}`;
  // No connection is kept: one that the site closes just as we write on it would fail a test.
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host: url.host }, agent: false });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const answer: Answer = { status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response) };
  keep({ method, url, headers: incoming.headers, body, answer });
  const sent = change(answer) ?? answer.body;
  const { 'transfer-encoding': _chunked, connection: _connection, 'content-length': _length, ...kept } = response.headers;
  outgoing.writeHead(answer.status, { ...kept, 'content-length': String(sent.length) }).end(sent);
}

/** An answer that goes on for as long as anybody listens, a letter at a time. */
export function drip(outgoing: ServerResponse): void {
  const dripping = setInterval(() => outgoing.write('a'), 200);
  outgoing.on('close', () => clearInterval(dripping));
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readPort(server: Server): number {
  const address = server.address() as AddressInfo;
  return address.port;
}
