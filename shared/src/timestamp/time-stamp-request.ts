import type { Bytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';
import { DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeBoolean, decodeHexInteger, decodeOid, decodeSmallInteger } from '../x509/der-values.ts';
import { readExtensionIds } from './der-parts.ts';
import { writeAlgorithm, writeDer, writeInteger, writeUnsigned } from './der-writer.ts';
import type { TimeStampFailure } from './failures.ts';
import { oids } from './oids.ts';

/** What an authority is asked for: a time stamp over a SHA-256. */
export type TimeStampRequest = {
  readonly imprint: Bytes;
  /** Object identifier of the rules that it is to follow; null where the authority may choose. */
  readonly policy: string | null;
  /** Hexadecimal, lower case; null where there is none. */
  readonly nonce: string | null;
  /** True where the token is to carry the authority's certificates. */
  readonly wantsCertificates: boolean;
};

/** A request that cannot be met, with why. */
export type ReadRequest =
  | { readonly kind: 'request'; readonly request: TimeStampRequest }
  | { readonly kind: 'refused'; readonly failure: TimeStampFailure };

export const timeStampQueryType = 'application/timestamp-query';

/** What a request may measure, and more than any needs. */
export const maxRequestLength = 1024;
const maxNonceDigits = 64;

/** DER of a request for a token with its certificates, under any policy. @param nonce at most 32 bytes, which the token must bear too @see RFC 3161, section 2.4.1 */
export function buildTimeStampRequest(imprint: Bytes, nonce: Bytes): Bytes {
  return writeDer(
    derTags.sequence,
    writeInteger(1),
    writeImprint(imprint),
    writeUnsigned(nonce),
    writeDer(derTags.boolean, Uint8Array.of(0xff)),
  );
}

/** A messageImprint by SHA-256. */
export function writeImprint(imprint: Bytes): Bytes {
  return writeDer(derTags.sequence, writeAlgorithm(oids.sha256), writeDer(derTags.octetString, imprint));
}

/** The nonce as it is compared: hexadecimal, without leading zeros that an integer does not have. */
export function nameNonce(nonce: Bytes): string {
  return decodeHexInteger(new DerReader(writeUnsigned(nonce)).read(derTags.integer));
}

/**
 * The request in `der`. What cannot be met is an answer too, since the authority has to give it: another hash than SHA-256
 * is `badAlg`, any extension `unacceptedExtension`, what is no request `badDataFormat`.
 * @see RFC 3161, section 2.4.1
 */
export function parseTimeStampRequest(der: Bytes): ReadRequest {
  try {
    if (der.length > maxRequestLength) throw malformed('size');
    return readRequest(der);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'refused', failure: 'badDataFormat' };
  }
}

function readRequest(der: Bytes): ReadRequest {
  const outer = new DerReader(der);
  const request = outer.enter(derTags.sequence);
  outer.finish();
  if (decodeSmallInteger(request.read(derTags.integer)) !== 1) return { kind: 'refused', failure: 'badRequest' };
  const { hash, algorithm } = readAnyImprint(request.enter(derTags.sequence));
  const policy = request.readOptional(derTags.objectIdentifier);
  const nonce = request.readOptional(derTags.integer);
  const wants = request.readOptional(derTags.boolean);
  const extensions = request.nextTag === derTags.context0 ? readExtensionIds(request.enter(derTags.context0)) : [];
  request.finish();
  const nonceText = nonce === undefined ? null : decodeHexInteger(nonce);
  if (algorithm !== oids.sha256) return { kind: 'refused', failure: 'badAlg' };
  if (hash.length !== 32 || (nonceText?.length ?? 0) > maxNonceDigits) return { kind: 'refused', failure: 'badRequest' };
  if (extensions.length > 0) return { kind: 'refused', failure: 'unacceptedExtension' };
  const wantsCertificates = wants !== undefined && decodeBoolean(wants);
  return {
    kind: 'request',
    request: { imprint: hash, policy: policy === undefined ? null : decodeOid(policy), nonce: nonceText, wantsCertificates },
  };
}

/** By whatever hash: the authority says that it does not take it. */
function readAnyImprint(imprint: DerReader): { hash: Bytes; algorithm: string } {
  const identifier = imprint.enter(derTags.sequence);
  const algorithm = decodeOid(identifier.read(derTags.objectIdentifier));
  const parameters = identifier.readOptional(derTags.null);
  identifier.finish();
  if (parameters !== undefined && parameters.length > 0) throw malformed('hash_algorithm');
  const hash = imprint.read(derTags.octetString);
  imprint.finish();
  return { hash, algorithm };
}
