import { type Cbor, type CborMap, readCbor } from '../cbor/index.ts';
import { type Bytes, type P256PublicJwk, parseP256PublicJwk } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/** A passkey's public key: on P-256 (ES256), or RSA (RS256), which some platforms' authenticators still make. */
export type PasskeyKey =
  | { readonly alg: -7; readonly publicKey: P256PublicJwk }
  | { readonly alg: -257; readonly publicKey: { readonly kty: 'RSA'; readonly n: string; readonly e: string } };

const maxLength = 1024;

/**
 * The key in a COSE_Key. Read strictly (`readCbor`): one map with integer labels, nothing behind it, and no private part.
 * @throws AppError `key_invalid`
 * @see RFC 9052, section 7; RFC 9053, section 7.1.1; RFC 8230, section 4; WebAuthn Level 3, section 6.5.1.1
 */
export function parseCoseKey(bytes: Bytes): PasskeyKey {
  const members = readMembers(bytes);
  const [type, alg] = [members.get(1), members.get(3)];
  if (type === 2 && alg === -7 && members.get(-1) === 1 && hasOnly(members, [1, 3, -1, -2, -3])) {
    const [x, y] = [readCoordinate(members.get(-2)), readCoordinate(members.get(-3))];
    return { alg, publicKey: parseP256PublicJwk({ kty: 'EC', crv: 'P-256', x, y }) };
  }
  if (type === 3 && alg === -257 && hasOnly(members, [1, 3, -1, -2])) {
    const [n, e] = [members.get(-1), members.get(-2)];
    if (!(n instanceof Uint8Array) || n.length < 256 || !(e instanceof Uint8Array)) throw new AppError('key_invalid');
    return { alg, publicKey: { kty: 'RSA', n: encodeBase64Url(n), e: encodeBase64Url(e) } };
  }
  throw new AppError('key_invalid', { what: 'cose_key_type' });
}

function hasOnly(members: CborMap, labels: readonly number[]): boolean {
  return [...members.keys()].every((label) => typeof label === 'number' && labels.includes(label));
}

function readCoordinate(value: Cbor | undefined): string {
  if (!(value instanceof Uint8Array) || value.length !== 32) throw new AppError('key_invalid', { what: 'cose_key_point' });
  return encodeBase64Url(value);
}

function readMembers(bytes: Bytes): CborMap {
  const value = bytes.length > maxLength ? null : readItem(bytes);
  if (!(value instanceof Map)) throw new AppError('key_invalid', { what: 'cose_key' });
  return value as CborMap;
}

function readItem(bytes: Bytes): Cbor {
  try {
    return readCbor(bytes);
  } catch (cause) {
    throw new AppError('key_invalid', { what: 'cose_key' }, { cause });
  }
}
