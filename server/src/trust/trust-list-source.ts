import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { makeEditionTag, maxTrustListBytes, type TrustList, trustListMediaType } from '@daricheh/shared/trust';
import type { FetchBytes } from '../http/fetch-bytes.ts';

/** Where the trust list comes from, and how often it is worth looking there. */
export type TrustListSource = {
  /** The list as it stands there, a compact JWS that nobody has verified; null where it is the edition `held`. Throws what stands in the way. */
  read(held: TrustList | null): Promise<string | null>;
  readonly everyMs: number;
};

const secondMs = 1000;
const hourMs = 3_600_000;
const timeoutMs = 5000;

/** A list in a file, which somebody replaces. Looked at once a second at most. */
export function createFileSource(file: string): TrustListSource {
  const read = async (): Promise<string> => {
    try {
      return (await readFile(file, 'utf8')).trim();
    } catch (cause) {
      throw new AppError('unavailable', { what: 'trust_list' }, { cause });
    }
  };
  return { read, everyMs: secondMs };
}

/** A list where it is published. Asked for once an hour at most, with nothing but the edition in use. */
export function createUrlSource(url: string, fetchBytes: FetchBytes): TrustListSource {
  const limits = { accept: trustListMediaType, maxBytes: maxTrustListBytes, timeoutMs };
  return {
    everyMs: hourMs,
    read: async (held) => {
      const { status, contentType, body } = await fetchBytes(url, { ...limits, ...(held && { ifNoneMatch: makeEditionTag(held) }) });
      if (status === 304) return null;
      if (status !== 200) throw new AppError('unavailable', { what: 'trust_list', status });
      if (contentType.split(';', 1)[0]?.trim() !== trustListMediaType) throw new AppError('trust_list_invalid', { what: 'content_type' });
      return decodeUtf8(body).trim();
    },
  };
}
