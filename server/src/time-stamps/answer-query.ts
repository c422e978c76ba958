import type { Bytes } from '@daricheh/shared/credential';
import {
  grantTimeStamp,
  issueTimeStamp,
  parseTimeStampRequest,
  refuseTimeStamp,
  type TimeStampAuthority,
} from '@daricheh/shared/timestamp';
import type { Deps } from '../deps.ts';

/** Random, so that no counter needs to be kept: 128 bits never come twice. */
const serialNumberBytes = 16;

/**
 * What the authority answers to a query, both in DER: a token, or why there is none. The time is taken after the query
 * has been read, so that no token is dated before what it is about was known.
 * @see RFC 3161, section 2
 */
export async function answerQuery(
  query: Bytes,
  authority: TimeStampAuthority,
  { now, randomBytes, sha256 }: Pick<Deps, 'now' | 'randomBytes' | 'sha256'>,
): Promise<Bytes> {
  const read = parseTimeStampRequest(query);
  if (read.kind === 'refused') return refuseTimeStamp(read.failure);
  const { policy } = read.request;
  if (policy !== null && policy !== authority.policy) return refuseTimeStamp('unacceptedPolicy');
  const moment = { at: now(), serialNumber: randomBytes(serialNumberBytes) };
  return grantTimeStamp(await issueTimeStamp(read.request, moment, authority, { sha256 }));
}
