import type { Bytes, P256PublicJwk } from '../credential/crypto-ports.ts';
import { encodeBase64Url, isSameBytes } from '../encoding/index.ts';
import { readWideAlgorithm, type WideAlgorithm } from './algorithm-identifier.ts';
import { DerReader, derTags, malformed } from './der-reader.ts';
import { decodeHexInteger, decodeOctetBits, decodeOid, decodeTime, decodeUnsigned } from './der-values.ts';
import { type CertificateExtensions, parseExtensions } from './parse-extensions.ts';
import { parseWideKey, type WideKey } from './wide-key.ts';

/** What every certificate says, whatever its key. Nothing in it is trusted before a chain verifier says so. */
export type CertificateFacts = {
  readonly der: Bytes;
  /** The part that is signed. */
  readonly tbs: Bytes;
  /** Hexadecimal, lower case. */
  readonly serialNumber: string;
  /** DER of the names: they are compared byte by byte. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: CertificateExtensions;
};

/** A certificate of this house: a P-256 key, signed with ECDSA and SHA-256; `signature` is 64 bytes, r‖s. */
export type Certificate = CertificateFacts & { readonly signature: Bytes; readonly publicKey: P256PublicJwk };

/** A certificate with a key and a signature of the wider set: those of time-stamp authorities, and of nobody else. `signature` is as it is carried, in DER on a curve. */
export type WideCertificate = CertificateFacts & {
  readonly signature: Bytes;
  readonly algorithm: WideAlgorithm;
  readonly key: WideKey;
};

const maxDerLength = 8192;
/** Signature of ECDSA with SHA-256; it has no parameters. @see RFC 5758, section 3.2 */
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const ecPublicKey = '1.2.840.10045.2.1';
const prime256v1 = '1.2.840.10045.3.1.7';

/**
 * The certificate that `der` encodes: version 3, a P-256 key, signed with ECDSA and SHA-256, at most 8 KiB.
 * Not checked: the signature, validity, or what the extensions mean for a chain.
 * @throws AppError `certificate_malformed` (also for any other kind of key or signature)
 * @see RFC 5280, section 4.1
 */
export function parseCertificate(der: Bytes): Certificate {
  const { facts, publicKey, signature } = readCertificate(der, readEcdsaWithSha256, parsePublicKey);
  return { ...facts, publicKey, signature: decodeEcdsaSignature(signature, 32) };
}

/**
 * The same with any key and signature of the wider set; for time-stamp chains alone.
 * @throws AppError `certificate_malformed`
 */
export function parseWideCertificate(der: Bytes): WideCertificate {
  const { facts, publicKey: key, algorithm, signature } = readCertificate(der, (reader) => readWideAlgorithm(reader, null), parseWideKey);
  return { ...facts, key, algorithm, signature };
}

function readCertificate<A, K>(der: Bytes, readAlgorithm: (reader: DerReader) => A, parseKey: (spki: DerReader) => K) {
  if (der.length > maxDerLength) throw malformed('size');
  const outer = new DerReader(der);
  const certificate = outer.enter(derTags.sequence);
  outer.finish();
  const tbs = certificate.readWhole(derTags.sequence);
  const algorithmBytes = certificate.readWhole(derTags.sequence);
  const signature = decodeOctetBits(certificate.read(derTags.bitString));
  certificate.finish();
  const { publicKey, ...rest } = parseTbs(new DerReader(tbs).enter(derTags.sequence), algorithmBytes, parseKey);
  return { facts: { der, tbs, ...rest }, algorithm: readAlgorithm(new DerReader(algorithmBytes)), publicKey, signature };
}

/** @param algorithm what stands beside the signature: within what is signed it must be the same, byte for byte (RFC 5280, section 4.1.1.2) */
function parseTbs<K>(tbs: DerReader, algorithm: Bytes, parseKey: (spki: DerReader) => K) {
  const version = tbs.enter(derTags.context0).read(derTags.integer);
  if (version.length !== 1 || version[0] !== 2) throw malformed('version');
  const serialNumber = decodeHexInteger(tbs.read(derTags.integer));
  if (serialNumber.length > 40) throw malformed('serial_number');
  if (!isSameBytes(tbs.readWhole(derTags.sequence), algorithm)) throw malformed('signature_algorithm');
  const issuer = tbs.readWhole(derTags.sequence);
  const validity = tbs.enter(derTags.sequence);
  const notBefore = readTime(validity);
  const notAfter = readTime(validity);
  validity.finish();
  const subject = tbs.readWhole(derTags.sequence);
  const publicKey = parseKey(tbs.enter(derTags.sequence));
  const extensions = parseExtensions(tbs.enter(derTags.context3));
  tbs.finish();
  return { serialNumber, issuer, subject, notBefore, notAfter, publicKey, extensions };
}

function readEcdsaWithSha256(reader: DerReader): void {
  const algorithm = reader.enter(derTags.sequence);
  if (decodeOid(algorithm.read(derTags.objectIdentifier)) !== ecdsaWithSha256) throw malformed('signature_algorithm');
  algorithm.finish();
}

function readTime(reader: DerReader): Date {
  const utc = reader.readOptional(derTags.utcTime);
  return utc ? decodeTime(utc, 'utc') : decodeTime(reader.read(derTags.generalizedTime), 'generalized');
}

function parsePublicKey(spki: DerReader): P256PublicJwk {
  const algorithm = spki.enter(derTags.sequence);
  const isP256 =
    decodeOid(algorithm.read(derTags.objectIdentifier)) === ecPublicKey &&
    decodeOid(algorithm.read(derTags.objectIdentifier)) === prime256v1;
  if (!isP256) throw malformed('public_key_algorithm');
  algorithm.finish();
  const point = decodeOctetBits(spki.read(derTags.bitString));
  spki.finish();
  if (point.length !== 65 || point[0] !== 4) throw malformed('public_key');
  return { kty: 'EC', crv: 'P-256', x: encodeBase64Url(point.subarray(1, 33)), y: encodeBase64Url(point.subarray(33)) };
}

/** ECDSA-Sig-Value (RFC 5480, appendix A) to r‖s, `length` bytes each. @throws AppError `certificate_malformed` */
export function decodeEcdsaSignature(der: Bytes, length: number): Bytes {
  const outer = new DerReader(der);
  const pair = outer.enter(derTags.sequence);
  outer.finish();
  const signature = new Uint8Array(2 * length);
  for (const end of [length, 2 * length]) {
    const magnitude = decodeUnsigned(pair.read(derTags.integer));
    if (magnitude.length > length) throw malformed('signature');
    signature.set(magnitude, end - magnitude.length);
  }
  pair.finish();
  return signature;
}
