import { type IncomingMessage, request } from 'node:http';

/** What an agency's back end says to the Daricheh server beside it. `path` begins with a slash; `json` becomes the body. */
export type ServerCall = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly json?: unknown;
  /** The visitor's cookies, handed on so that the server knows the browser. */
  readonly cookie?: string | undefined;
  readonly bearer?: string;
  readonly idempotencyKey?: string;
};

export type ServerAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly setCookies: readonly string[];
      readonly text: string;
      /** The body read as JSON; null where it is none. */
      readonly json: unknown;
    }
  | { readonly kind: 'unreachable' };

/** Asks the server once. Never throws: a server that is down, or that answers something other than JSON, is an answer too. */
export type CallServer = (call: ServerCall) => Promise<ServerAnswer>;

const timeoutMs = 10_000;

/** Calls to the server on 127.0.0.1 for the agency of `host` (with its port), which the server knows by its Host header. */
export function createServerClient(target: { readonly port: number; readonly host: string }): CallServer {
  return (call) => sendCall(target, call).catch(() => ({ kind: 'unreachable' }) as const);
}

async function sendCall(target: { port: number; host: string }, call: ServerCall): Promise<ServerAnswer> {
  const body = call.json === undefined ? undefined : Buffer.from(JSON.stringify(call.json));
  const headers = buildHeaders(target.host, call, body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method, path } = call;
    // No connection is kept: the server may close one just as we write on it.
    const outgoing = request({ host: '127.0.0.1', port: target.port, method, path, headers, timeout: timeoutMs, agent: false });
    outgoing.on('response', resolve).on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error('the server took too long')));
    outgoing.end(body);
  });
  const text = await readText(response);
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    setCookies: response.headers['set-cookie'] ?? [],
    text,
    json: parseJson(text),
  };
}

function buildHeaders(host: string, call: ServerCall, body: Buffer | undefined): Record<string, string | number> {
  return {
    host,
    // What the agency's own pages would say; the server's routes for browsers ask for it.
    origin: `http://${host}`,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length }),
    ...(call.cookie === undefined ? {} : { cookie: call.cookie }),
    ...(call.bearer === undefined ? {} : { authorization: `Bearer ${call.bearer}` }),
    ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
  };
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A page, an empty body: the caller sees that nothing it knows is in there.
  }
}
