import { type FetchStatusList, statusLimits } from '../credential/index.ts';
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

const type = 'application/statuslist+jwt';
const timeoutMs = 5000;

/** Fetches status lists as the contract of `FetchStatusList` wants. */
export function createStatusFetcher(fetchPort: FetchPort): FetchStatusList {
  return async (uri) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetchPort(uri, { headers: { accept: type }, redirect: 'error', credentials: 'omit', signal });
    const isStatusList = answer.status === 200 && answer.headers.get('content-type')?.split(';', 1)[0]?.trim() === type;
    if (!isStatusList) throw new AppError('status_list_unreachable', { status: answer.status });
    return decodeUtf8(await readUpTo(answer, statusLimits.token));
  };
}

async function readUpTo(answer: Response, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  for await (const chunk of readChunks(answer)) {
    if (length + chunk.length > limit) throw new AppError('status_list_unreachable', { what: 'size' });
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
