import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { HttpAnswer, SendHttp } from '#core/http/http.ts';

const timeoutMs = 5_000;
const maxBytes = 1_048_576;

/** Sends requests by the browser's `fetch`, with nothing in them that says who the citizen is. @see SendHttp */
export const sendHttp: SendHttp = async (request) => {
  const response = await reach(request);
  if (response.type === 'opaqueredirect') throw new AppError('request_uri_blocked', { why: 'redirect' });
  const dpopNonce = response.headers.get('dpop-nonce') ?? undefined;
  return { status: response.status, contentType: readMediaType(response), dpopNonce, bytes: await readBody(response) };
};

async function reach({ url, method, headers, body }: Parameters<SendHttp>[0]): Promise<Response> {
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
    throw new AppError('unavailable', {}, { cause });
  }
}

function readMediaType(response: Response): HttpAnswer['contentType'] {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Reads as it arrives, so that a body without end is left at the limit. */
async function readBody(response: Response): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > maxBytes) throw new AppError('body_too_large', { limit: maxBytes });
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('unavailable', {}, { cause });
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
