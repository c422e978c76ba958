import { type Bytes, checkJwsHeader, isJwsSignedBy, parseCompactJws, type Sha256, type VerifyP256 } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeCanonicalJson, isSameBytes, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { encodeStampedSignature, readSignatureToken, type UnsignedHeader } from '../submission/index.ts';
import { type TimeStampPorts, verifyTimeStamp } from '../timestamp/index.ts';
import type { VerifyChain } from '../x509/index.ts';
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
  const { jws, header, picture } = file;
  const parsed = parseCompactJws(`${jws.protected}.${jws.payload}.${jws.signature}`, { code: 'signature_invalid' });
  checkJwsHeader(parsed, { code: 'signature_invalid', typ: localProofJwsType, keyIn: 'x5c' });
  const { x5c, iat } = parsed.header;
  if (typeof iat !== 'number' || !Number.isInteger(iat)) throw new AppError('signature_invalid', { what: 'iat' });
  const stampedAt = header === undefined ? null : await openStamp(jws.signature, header, ports);
  if (stampedAt !== null && iat * 1000 > stampedAt.getTime() + maxSkewMs) throw new AppError('time_stamp_invalid', { what: 'iat' });
  const { leaf } = await openChain(x5c, stampedAt ?? new Date(iat * 1000), ports);
  if (parsed.header['x5t#S256'] !== encodeBase64Url(await ports.sha256(leaf.der)))
    throw new AppError('signature_invalid', { what: 'x5t#S256' });
  if (!(await isJwsSignedBy(parsed, leaf.publicKey, ports.verifyP256))) throw new AppError('signature_invalid', { what: 'signature' });
  const proof = decodeProof(parsed.payload);
  await checkPicture(proof, picture, ports);
  return { proof, stampedAt };
}

async function openStamp(signature: string, header: UnsignedHeader, ports: LocalProofPorts): Promise<Date> {
  const imprint = await ports.sha256(encodeStampedSignature(signature));
  return (await verifyTimeStamp(readSignatureToken(header), { imprint }, ports)).at;
}

async function openChain(x5c: unknown, at: Date, { verifyChain }: LocalProofPorts) {
  try {
    return await verifyChain(x5c, { at });
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('signature_invalid', { what: 'signer', reason: cause.code }, { cause });
  }
}

/** Refused when the bytes are not the canonical ones of what they say: two readers could then disagree. */
function decodeProof(bytes: Bytes): LocalProof {
  const parsed = localProof.safeParse(readJson(bytes));
  if (!parsed.success) throw new AppError('signature_invalid', { what: 'shape' });
  if (!isSameBytes(encodeCanonicalJson(parsed.data), bytes)) throw new AppError('signature_invalid', { what: 'canonical' });
  return parsed.data;
}

function readJson(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw new AppError('signature_invalid', { what: 'json' });
  }
}

async function checkPicture({ picture: named }: LocalProof, picture: string | null, { sha256 }: LocalProofPorts): Promise<void> {
  if (named === null && picture === null) return;
  if (named === null || picture === null) throw new AppError('signature_invalid', { what: 'picture' });
  const bytes = decodePicture(picture);
  if (bytes.length !== named.size || encodeBase64Url(await sha256(bytes)) !== named.sha256)
    throw new AppError('signature_invalid', { what: 'picture' });
}

function decodePicture(picture: string): Bytes {
  try {
    return decodeBase64Url(picture);
  } catch {
    throw new AppError('signature_invalid', { what: 'picture' });
  }
}
