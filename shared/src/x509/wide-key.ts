import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { type PssParameters, readNull, readPssParameters, rsaEncryption, rsaPss } from './algorithm-identifier.ts';
import { DerReader, derTags, malformed } from './der-reader.ts';
import { decodeOctetBits, decodeOid, decodeUnsigned } from './der-values.ts';

/** A public key of the wider set as a JWK (RFC 7518, section 6), and nothing beside it. */
export type WidePublicJwk =
  | { readonly kty: 'EC'; readonly crv: 'P-256' | 'P-384'; readonly x: string; readonly y: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string };

/** A key, and for RSA what it is kept to: `pss` is null for a key that says nothing, `any` for one of RSA-PSS under any parameters. */
export type WideKey = { readonly jwk: WidePublicJwk; readonly pss: PssParameters | 'any' | null };

const ecPublicKey = '1.2.840.10045.2.1';
/** Length of a coordinate in bytes. */
const curves: ReadonlyMap<string, { readonly crv: 'P-256' | 'P-384'; readonly length: number }> = new Map([
  ['1.2.840.10045.3.1.7', { crv: 'P-256', length: 32 }],
  ['1.3.132.0.34', { crv: 'P-384', length: 48 }],
]);

const minModulusBits = 2048;
/** More costs time and proves nothing. */
const maxModulusBits = 8192;
const minExponent = 65_537;

/**
 * The key in a SubjectPublicKeyInfo's content: on P-256 or P-384, or RSA of 2048 to 8192 bits with an odd exponent of
 * 65537 at least.
 * @throws AppError `certificate_malformed`
 * @see RFC 5480, section 2; RFC 3279, section 2.3.1; RFC 4055, section 1.2
 */
export function parseWideKey(spki: DerReader): WideKey {
  const algorithm = spki.enter(derTags.sequence);
  const oid = decodeOid(algorithm.read(derTags.objectIdentifier));
  const bits = decodeOctetBits(spki.read(derTags.bitString));
  spki.finish();
  if (oid === ecPublicKey) return { jwk: readPoint(algorithm, bits), pss: null };
  return { pss: readUse(oid, algorithm), jwk: readRsaKey(bits) };
}

function readPoint(algorithm: DerReader, point: Bytes): WidePublicJwk {
  const curve = curves.get(decodeOid(algorithm.read(derTags.objectIdentifier)));
  algorithm.finish();
  if (curve === undefined) throw malformed('public_key_algorithm');
  const { crv, length } = curve;
  if (point.length !== 1 + 2 * length || point[0] !== 4) throw malformed('public_key');
  return { kty: 'EC', crv, x: encodeBase64Url(point.subarray(1, 1 + length)), y: encodeBase64Url(point.subarray(1 + length)) };
}

function readUse(oid: string, algorithm: DerReader): WideKey['pss'] {
  if (oid !== rsaEncryption && oid !== rsaPss) throw malformed('public_key_algorithm');
  if (oid === rsaEncryption) readNull(algorithm);
  const pss = oid === rsaEncryption ? null : algorithm.isAtEnd ? 'any' : readPssParameters(algorithm);
  algorithm.finish();
  return pss;
}

function readRsaKey(bits: Bytes): WidePublicJwk {
  const outer = new DerReader(bits);
  const key = outer.enter(derTags.sequence);
  outer.finish();
  const [modulus, exponent] = [decodeUnsigned(key.read(derTags.integer)), decodeUnsigned(key.read(derTags.integer))];
  key.finish();
  const modulusBits = modulus.length * 8 - (Math.clz32(modulus[0] ?? 0) - 24);
  if (modulusBits < minModulusBits || modulusBits > maxModulusBits || !isOdd(modulus)) throw malformed('rsa_modulus');
  // Four bytes hold every exponent that is in use.
  const value = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  if (exponent.length > 4 || value < minExponent || !isOdd(exponent)) throw malformed('rsa_exponent');
  return { kty: 'RSA', n: encodeBase64Url(modulus), e: encodeBase64Url(exponent) };
}

function isOdd(magnitude: Bytes): boolean {
  return ((magnitude.at(-1) ?? 0) & 1) === 1;
}
