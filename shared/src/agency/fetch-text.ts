import { decodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/** The platform's `fetch`, of which this much is used. */
export type FetchPort = (
  url: string,
  init: {
    readonly headers: Record<string, string>;
    readonly redirect: 'error';
    readonly credentials: 'omit';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

const timeoutMs = 5000;

export type FetchLimits = { readonly type: string; readonly maxBytes: number; readonly headers?: Record<string, string> };

/**
 * The text at `url`; null where it has not changed (304). It takes five seconds and `maxBytes` at most, follows no redirect,
 * and tells nothing but `headers`.
 * @throws AppError `unavailable` for any other answer than 200 of that type, and for one that is too large; what `fetchPort` throws
 */
export async function fetchText(fetchPort: FetchPort, url: string, { type, maxBytes, headers = {} }: FetchLimits): Promise<string | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await fetchPort(url, { headers: { accept: type, ...headers }, redirect: 'error', credentials: 'omit', signal });
  const { status } = answer;
  if (status === 304) return null;
  const isOfType = answer.headers.get('content-type')?.split(';', 1)[0]?.trim() === type;
  if (status !== 200 || !isOfType) throw new AppError('unavailable', { status });
  return decodeUtf8(await readUpTo(answer, maxBytes));
}

async function readUpTo(answer: Response, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  for await (const chunk of readChunks(answer)) {
    if (length + chunk.length > limit) throw new AppError('unavailable', { what: 'size' });
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}

async function* readChunks({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) yield read.value;
  } finally {
    await reader?.cancel();
  }
}
