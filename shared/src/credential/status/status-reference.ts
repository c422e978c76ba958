import type { Json } from '../../encoding/index.ts';
import { isJsonObject } from '../jws.ts';
import { malformedCredential } from '../sd-jwt.ts';

/** Where the status of one credential stands. @see Token Status List draft-21, section 6.2 */
export type StatusReference = { readonly uri: string; readonly index: number };

/** Largest index that we read: a list of 16 MiB holds no more. */
const maxIndex = 2 ** 27;

/**
 * The reference in a `status` claim; null when there is no such claim. A claim that holds no `status_list` is refused:
 * a status that cannot be read must not count as none.
 * @throws AppError `credential_malformed`
 */
export function readStatusReference(status: Json | undefined): StatusReference | null {
  if (status === undefined) return null;
  const list = isJsonObject(status) ? status['status_list'] : undefined;
  const { uri, idx } = isJsonObject(list) ? list : {};
  if (typeof uri !== 'string' || !URL.canParse(uri)) throw malformedCredential('status');
  if (typeof idx !== 'number' || !Number.isInteger(idx) || idx < 0 || idx > maxIndex) throw malformedCredential('status');
  return { uri, index: idx };
}
