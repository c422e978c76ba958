import type { Bytes } from '@daricheh/shared/credential';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { FetchText } from '@daricheh/shared/presentation';
import type { HttpAnswer, HttpRequest, SendHttp } from '#core/http/http.ts';
import type { PostBytes } from '#core/proofs/ask-time-stamp.ts';

type Outgoing = Omit<HttpRequest, 'body' | 'timeoutMs'> & { readonly body?: string | Bytes };
type Limits = { readonly timeoutMs: number; readonly maxBytes: number };

const usualLimits: Limits = { timeoutMs: 5_000, maxBytes: 1_048_576 };

/** Sends requests by the browser's `fetch`, with nothing in them that says who the citizen is. @see SendHttp */
export const sendHttp: SendHttp = ({ timeoutMs = usualLimits.timeoutMs, ...request }) => exchange(request, { ...usualLimits, timeoutMs });

/** Sends a file, which may take a quarter of an hour on a slow line. */
export const sendFile = (request: Outgoing): Promise<HttpAnswer> => exchange(request, { timeoutMs: 900_000, maxBytes: 65_536 });

/** The same for a text, within the limits that the request states. @see FetchText */
export const fetchText: FetchText = async ({ url, method, accept, form, ...limits }) => {
  const body = form && new URLSearchParams(form).toString();
  const headers = { accept, ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) };
  const { status, contentType, bytes } = await exchange({ url, method, headers, ...(body !== undefined && { body }) }, limits);
  return { status, contentType, text: decodeUtf8(bytes) };
};

/** The same for bytes. @see PostBytes */
export const postBytes: PostBytes = ({ url, contentType, accept, body }) =>
  exchange({ url, method: 'POST', headers: { 'content-type': contentType, accept }, body }, usualLimits);

async function exchange(request: Outgoing, limits: Limits): Promise<HttpAnswer> {
  const response = await reach(request, limits);
  if (response.type === 'opaqueredirect') throw new AppError('request_uri_blocked', { why: 'redirect' });
  const dpopNonce = response.headers.get('dpop-nonce') ?? undefined;
  return { status: response.status, contentType: readMediaType(response), dpopNonce, bytes: await readBody(response, limits) };
}

async function reach({ url, method, headers, body }: Outgoing, { timeoutMs }: Limits): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw toUnavailable(cause);
  }
}

/** A server that takes too long is told apart from one that cannot be reached. */
function toUnavailable(cause: unknown): AppError {
  const isTimeout = cause instanceof DOMException && cause.name === 'TimeoutError';
  return new AppError('unavailable', isTimeout ? { why: 'timeout' } : {}, { cause });
}

function readMediaType(response: Response): HttpAnswer['contentType'] {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Reads as it arrives, so that a body without end is left at the limit. */
async function readBody(response: Response, { maxBytes }: Limits): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > maxBytes) throw new AppError('body_too_large', { limit: maxBytes });
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : toUnavailable(cause);
  }
  return joinChunks(chunks, length);
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Bytes {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
