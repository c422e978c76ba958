import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { makeEditionTag, maxTrustListBytes, type TrustList, trustListMediaType } from '@daricheh/shared/trust';
import { readBytes, type SendHttp } from '../http/http.ts';

/**
 * The edition that is published where `list` says, a compact JWS that nobody has verified yet; null when it is the same
 * edition. All that is sent is the serial in use, which every wallet with this edition sends alike.
 * @throws AppError `unavailable`, `body_too_large`, `request_uri_blocked` for a redirect, `trust_list_invalid` for anything but a list
 */
export async function fetchTrustList(list: TrustList, send: SendHttp): Promise<string | null> {
  const headers = { accept: trustListMediaType, 'if-none-match': makeEditionTag(list) };
  const answer = await send({ url: list.location, method: 'GET', headers });
  if (answer.status === 304) return null;
  if (answer.status !== 200) throw new AppError('unavailable', { status: answer.status });
  if (answer.contentType !== trustListMediaType) throw new AppError('trust_list_invalid', { what: 'content_type' });
  return decodeUtf8(readBytes(answer, maxTrustListBytes)).trim();
}
