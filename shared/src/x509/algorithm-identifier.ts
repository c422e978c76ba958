import type { Bytes } from '../credential/crypto-ports.ts';
import { type DerReader, derTags, malformed } from './der-reader.ts';
import { decodeOid, decodeUnsigned } from './der-values.ts';

/** The hashes of the wider set. SHA-1 and MD5 are in no set. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature of the wider set was made. `saltLength` in bytes. */
export type WideAlgorithm =
  | { readonly name: 'ECDSA' | 'RSASSA-PKCS1-v1_5'; readonly hash: HashName }
  | { readonly name: 'RSA-PSS'; readonly hash: HashName; readonly saltLength: number };

/** Salt and hash of RSA-PSS: those of a signature, or those that a key is kept to. */
export type PssParameters = { readonly hash: HashName; readonly saltLength: number };

const hashOids: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
]);

/** @see RFC 5758, section 3.2 */
const ecdsaOids: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.10045.4.3.2', 'SHA-256'],
  ['1.2.840.10045.4.3.3', 'SHA-384'],
  ['1.2.840.10045.4.3.4', 'SHA-512'],
]);

/** @see RFC 4055, section 5 */
const rsaOids: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.113549.1.1.11', 'SHA-256'],
  ['1.2.840.113549.1.1.12', 'SHA-384'],
  ['1.2.840.113549.1.1.13', 'SHA-512'],
]);

export const rsaEncryption = '1.2.840.113549.1.1.1';
export const rsaPss = '1.2.840.113549.1.1.10';
const mgf1 = '1.2.840.113549.1.1.8';

const context2 = 0xa2;
const minSaltLength = 32;
const maxSaltLength = 1024;

/** The hash that an AlgorithmIdentifier names; its parameters are absent or NULL. @throws AppError `certificate_malformed` @see RFC 5754, section 2 */
export function readHashAlgorithm(reader: DerReader): HashName {
  const algorithm = reader.enter(derTags.sequence);
  const hash = hashOids.get(decodeOid(algorithm.read(derTags.objectIdentifier)));
  if (hash === undefined) throw malformed('hash_algorithm');
  if (!algorithm.isAtEnd) readNull(algorithm);
  algorithm.finish();
  return hash;
}

/**
 * The signature algorithm that an AlgorithmIdentifier names, its parameters exactly as its standard wants them: none for
 * ECDSA, NULL for RSA, all that is no default for RSA-PSS.
 * @param digest the hash that stands beside it in CMS, where plain rsaEncryption may name the algorithm (RFC 3370, section
 * 3.2), and where another hash than that is refused; null where there is none, as in a certificate
 * @throws AppError `certificate_malformed`
 */
export function readWideAlgorithm(reader: DerReader, digest: HashName | null): WideAlgorithm {
  const algorithm = reader.enter(derTags.sequence);
  const read = readAlgorithm(algorithm, digest);
  algorithm.finish();
  if (digest !== null && read.hash !== digest) throw malformed('signature_algorithm');
  return read;
}

function readAlgorithm(algorithm: DerReader, digest: HashName | null): WideAlgorithm {
  const oid = decodeOid(algorithm.read(derTags.objectIdentifier));
  const ecdsa = ecdsaOids.get(oid);
  if (ecdsa !== undefined) return { name: 'ECDSA', hash: ecdsa };
  if (oid === rsaPss) return { name: 'RSA-PSS', ...readPssParameters(algorithm) };
  const rsa = oid === rsaEncryption ? (digest ?? undefined) : rsaOids.get(oid);
  if (rsa === undefined) throw malformed('signature_algorithm');
  readNull(algorithm);
  return { name: 'RSASSA-PKCS1-v1_5', hash: rsa };
}

/** RSASSA-PSS-params. Hash and mask are told, since their defaults are SHA-1, and are by one hash; the trailer is the default. @see RFC 4055, section 3.1 */
export function readPssParameters(algorithm: DerReader): PssParameters {
  const parameters = algorithm.enter(derTags.sequence);
  const hashPart = parameters.enter(derTags.context0);
  const hash = readHashAlgorithm(hashPart);
  hashPart.finish();
  const maskPart = parameters.enter(derTags.context1);
  const mask = maskPart.enter(derTags.sequence);
  maskPart.finish();
  if (decodeOid(mask.read(derTags.objectIdentifier)) !== mgf1 || readHashAlgorithm(mask) !== hash) throw malformed('pss_mask');
  mask.finish();
  const saltPart = parameters.enter(context2);
  const saltLength = readLength(saltPart.read(derTags.integer));
  saltPart.finish();
  parameters.finish();
  if (saltLength < minSaltLength || saltLength > maxSaltLength) throw malformed('pss_salt');
  return { hash, saltLength };
}

/** @throws AppError `certificate_malformed` when there is no NULL */
export function readNull(reader: DerReader): void {
  if (reader.read(derTags.null).length > 0) throw malformed('null');
}

function readLength(content: Bytes): number {
  const magnitude = decodeUnsigned(content);
  if (magnitude.length > 2) throw malformed('integer');
  return magnitude.reduce((value, byte) => value * 256 + byte, 0);
}
