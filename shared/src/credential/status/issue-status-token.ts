import { encodeBase64Url } from '../../encoding/index.ts';
import type { Bytes, SignP256 } from '../crypto-ports.ts';
import { signCompactJws } from '../jws.ts';
import type { StatusBits } from './status-list.ts';
import { deflateZlib } from './zlib.ts';

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
};

/** A status token over `list`, to be served as `application/statuslist+jwt`. @see Token Status List draft-21, section 5.1 */
export async function issueStatusToken(content: StatusTokenContent, sign: SignP256): Promise<string> {
  const iat = Math.floor(content.at.getTime() / 1000);
  const header = { typ: 'statuslist+jwt', x5c: content.x5c };
  const lst = encodeBase64Url(await deflateZlib(content.list));
  const payload = {
    sub: content.uri,
    iat,
    exp: iat + content.lifetimeSeconds,
    ttl: content.ttlSeconds,
    status_list: { bits: content.bits, lst },
  };
  return signCompactJws({ header, payload }, sign);
}
