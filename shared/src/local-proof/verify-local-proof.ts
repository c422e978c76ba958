import {
  type Bytes,
  type CompactJws,
  checkJwsHeader,
  isJwsSignedBy,
  parseCompactJws,
  type Sha256,
  type VerifyP256,
} from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeCanonicalJson, isSameBytes, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { encodeStampedSignature, readSignatureToken, type UnsignedHeader } from '../submission/index.ts';
import { type TimeStampPorts, type VerifiedTimeStamp, verifyTimeStamp } from '../timestamp/index.ts';
import { type Certificate, decodeX5c, parseCertificate, type VerifyChain } from '../x509/index.ts';
import { type LocalProof, type LocalProofFile, localProof } from './local-proof.ts';
import { localProofJwsType } from './sign-local-proof.ts';

/** `verifyChain` for the signer's certificate; those of time stamps beside it. */
export type LocalProofPorts = TimeStampPorts & {
  readonly verifyChain: VerifyChain;
  readonly verifyP256: VerifyP256;
  readonly sha256: Sha256;
};

export type VerifiedLocalProof = {
  readonly proof: LocalProof;
  /** When the signature existed for certain; null where the record bears no time stamp. */
  readonly stampedAt: Date | null;
};

/** A record as it was read: nothing in it is believed yet. */
export type ReadLocalProof = {
  readonly proof: LocalProof;
  readonly jws: CompactJws;
  /** The claimed chain, leaf first, for a chain verifier. */
  readonly x5c: unknown;
  /** When it was signed, as the signer says. */
  readonly signedAt: Date;
};

/** How far the wallet's clock may be ahead of the authority's. */
const maxSkewMs = 300_000;

/**
 * What the record says, once it holds: canonical bytes, signed by a certified key whose chain held when it was stamped (without a stamp: when the signer says
 * that it was), and the picture the one that it names.
 *
 * Not checked, since nobody but the signer says so: that the page was sent, and what the agency made of it. Nor whether anything was revoked.
 * @throws AppError `signature_invalid`, `time_stamp_invalid`
 */
export async function verifyLocalProof(file: LocalProofFile, ports: LocalProofPorts): Promise<VerifiedLocalProof> {
  const read = readLocalProof(file);
  const { header } = file;
  const stampedAt = header === undefined ? null : (await verifyProofStamp(file.jws.signature, header, read, ports)).at;
  await openChain(read.x5c, stampedAt ?? read.signedAt, ports);
  await verifyProofSignature(read, ports);
  await checkPicture(read.proof, file.picture, ports);
  return { proof: read.proof, stampedAt };
}

/**
 * The record and its header. Refused when its bytes are not the canonical ones of what they say: two readers could then disagree.
 * @throws AppError `signature_invalid`
 */
export function readLocalProof({ jws }: Pick<LocalProofFile, 'jws'>): ReadLocalProof {
  const text = `${jws.protected}.${jws.payload}.${jws.signature}`;
  // As long as whoever read the file took it to be: a record may hold all that a form may.
  const parsed = parseCompactJws(text, { code: 'signature_invalid', maxLength: text.length });
  checkJwsHeader(parsed, { code: 'signature_invalid', typ: localProofJwsType, keyIn: 'x5c' });
  const { x5c, iat } = parsed.header;
  if (typeof iat !== 'number' || !Number.isInteger(iat) || Math.abs(iat) > lastSecond) throw invalid('iat');
  return { proof: decodeProof(parsed.payload), jws: parsed, x5c, signedAt: new Date(iat * 1000) };
}

/** The last that a date can hold. */
const lastSecond = 8_640_000_000_000;

/** The certificate that the record names, whose key signed it. Whether anybody issued it is not checked. @throws AppError `signature_invalid` */
export async function verifyProofSignature(
  { jws, x5c }: ReadLocalProof,
  { sha256, verifyP256 }: Pick<LocalProofPorts, 'sha256' | 'verifyP256'>,
): Promise<Certificate> {
  const [leaf] = decodeX5c(x5c).map(parseCertificate);
  if (leaf === undefined || jws.header['x5t#S256'] !== encodeBase64Url(await sha256(leaf.der))) throw invalid('x5t#S256');
  if (!(await isJwsSignedBy(jws, leaf.publicKey, verifyP256))) throw invalid('signature');
  return leaf;
}

/**
 * The time stamp over the signature (base64url), not older than the record says that it is.
 * @param judgedAt when the authority must still be believed; absent: as of the time stamp itself
 * @throws AppError `time_stamp_invalid`
 */
export async function verifyProofStamp(
  signature: string,
  header: UnsignedHeader,
  { signedAt }: Pick<ReadLocalProof, 'signedAt'>,
  ports: TimeStampPorts,
  judgedAt?: Date,
): Promise<VerifiedTimeStamp> {
  const imprint = await ports.digest('SHA-256', encodeStampedSignature(signature));
  const stamp = await verifyTimeStamp(readSignatureToken(header), { imprint, ...(judgedAt && { judgedAt }) }, ports);
  if (signedAt.getTime() > stamp.at.getTime() + maxSkewMs) throw new AppError('time_stamp_invalid', { what: 'iat' });
  return stamp;
}

/** The picture (base64url) is the one that the record names, or neither is there. @throws AppError `signature_invalid` */
export async function checkPicture(
  { picture: named }: LocalProof,
  picture: string | null,
  { sha256 }: Pick<LocalProofPorts, 'sha256'>,
): Promise<void> {
  if (named === null && picture === null) return;
  if (named === null || picture === null) throw invalid('picture');
  const bytes = decodePicture(picture);
  if (bytes.length !== named.size || encodeBase64Url(await sha256(bytes)) !== named.sha256) throw invalid('picture');
}

async function openChain(x5c: unknown, at: Date, { verifyChain }: LocalProofPorts): Promise<void> {
  try {
    await verifyChain(x5c, { at });
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('signature_invalid', { what: 'signer', reason: cause.code }, { cause });
  }
}

function decodeProof(bytes: Bytes): LocalProof {
  const parsed = localProof.safeParse(readJson(bytes));
  if (!parsed.success) throw invalid('shape');
  if (!isSameBytes(encodeCanonicalJson(parsed.data), bytes)) throw invalid('canonical');
  return parsed.data;
}

function readJson(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw invalid('json');
  }
}

function decodePicture(picture: string): Bytes {
  try {
    return decodeBase64Url(picture);
  } catch {
    throw invalid('picture');
  }
}

function invalid(what: string): AppError {
  return new AppError('signature_invalid', { what });
}
