import { type Bytes, type P256PublicJwk, parseP256PublicJwk } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/** A passkey's public key: on P-256 (ES256), or RSA (RS256), which some platforms' authenticators still make. */
export type PasskeyKey =
  | { readonly alg: -7; readonly publicKey: P256PublicJwk }
  | { readonly alg: -257; readonly publicKey: { readonly kty: 'RSA'; readonly n: string; readonly e: string } };

const maxLength = 1024;

/**
 * The key in a COSE_Key. Read strictly: one map of definite lengths with integer labels, each once, in shortest form,
 * nothing behind it, and no private part.
 * @throws AppError `key_invalid`
 * @see RFC 9052, section 7; RFC 9053, section 7.1.1; RFC 8230, section 4; WebAuthn Level 3, section 6.5.1.1
 */
export function parseCoseKey(bytes: Bytes): PasskeyKey {
  const members = readMap(bytes);
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

type Value = number | Uint8Array;

function hasOnly(members: ReadonlyMap<number, Value>, labels: readonly number[]): boolean {
  return [...members.keys()].every((label) => labels.includes(label));
}

function readCoordinate(value: Value | undefined): string {
  if (!(value instanceof Uint8Array) || value.length !== 32) throw new AppError('key_invalid', { what: 'cose_key_point' });
  return encodeBase64Url(value);
}

function readMap(bytes: Bytes): Map<number, Value> {
  const reader = new CborReader(bytes);
  const members = new Map<number, Value>();
  for (let left = reader.readMapSize(); left > 0; left--) {
    const label = reader.readValue();
    if (typeof label !== 'number' || members.has(label)) throw malformed();
    members.set(label, reader.readValue());
  }
  reader.finish();
  return members;
}

/** Reads the little of CBOR that a COSE_Key is made of: integers, byte strings and one map (RFC 8949, section 3). */
class CborReader {
  private at = 0;
  private readonly bytes: Bytes;

  constructor(bytes: Bytes) {
    if (bytes.length > maxLength) throw malformed();
    this.bytes = bytes;
  }

  readMapSize(): number {
    const { major, argument } = this.readHead();
    if (major !== 5) throw malformed();
    return argument;
  }

  readValue(): Value {
    const { major, argument } = this.readHead();
    if (major === 0) return argument;
    if (major === 1) return -1 - argument;
    if (major !== 2) throw malformed();
    const end = this.at + argument;
    if (end > this.bytes.length) throw malformed();
    const value = this.bytes.slice(this.at, end);
    this.at = end;
    return value;
  }

  finish(): void {
    if (this.at !== this.bytes.length) throw malformed();
  }

  private readHead(): { major: number; argument: number } {
    const first = this.readByte();
    const short = first & 31;
    return { major: first >> 5, argument: short < 24 ? short : this.readLongArgument(short) };
  }

  private readLongArgument(short: number): number {
    if (short !== 24 && short !== 25) throw malformed();
    const argument = short === 24 ? this.readByte() : this.readByte() * 256 + this.readByte();
    if (argument < (short === 24 ? 24 : 256)) throw malformed();
    return argument;
  }

  private readByte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw malformed();
    return byte;
  }
}

function malformed(): AppError {
  return new AppError('key_invalid', { what: 'cose_key' });
}
