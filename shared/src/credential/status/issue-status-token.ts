import { encodeBase64Url } from '../../encoding/index.ts';
import type { Bytes, SignP256 } from '../crypto-ports.ts';
import { signCompactJws } from '../jws.ts';
import type { StatusBits } from './status-list.ts';
import { type DeflateZlib, deflateZlib } from './zlib.ts';

export type StatusTokenContent = {
  /** Address that the token is fetched from, as credentials name it. */
  readonly uri: string;
  readonly bits: StatusBits;
  readonly list: Bytes;
  readonly at: Date;
  readonly ttlSeconds: number;
  /** How long the token may be used at all; a day at most is useful. */
  readonly lifetimeSeconds: number;
  readonly x5c: readonly string[];
  /** Where all lists of this issuer are named, for who wants to fetch them ahead of any need. */
  readonly aggregationUri?: string;
};

/**
 * A status token over `list`, to be served as `application/statuslist+jwt`. @param deflate packs better than the platform's
 * streams do, where the caller has something better
 * @see Token Status List draft-21, sections 4.2, 5.1 and 9
 */
export async function issueStatusToken(content: StatusTokenContent, sign: SignP256, deflate: DeflateZlib = deflateZlib): Promise<string> {
  const iat = Math.floor(content.at.getTime() / 1000);
  const header = { typ: 'statuslist+jwt', x5c: content.x5c };
  const lst = encodeBase64Url(await deflate(content.list));
  const payload = {
    sub: content.uri,
    iat,
    exp: iat + content.lifetimeSeconds,
    ttl: content.ttlSeconds,
    status_list: { bits: content.bits, lst, ...(content.aggregationUri === undefined ? {} : { aggregation_uri: content.aggregationUri }) },
  };
  return signCompactJws({ header, payload }, sign);
}
