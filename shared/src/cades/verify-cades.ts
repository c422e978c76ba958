import type { Bytes, VerifyP256 } from '../credential/crypto-ports.ts';
import { encodeBase64Url, isSameBytes } from '../encoding/index.ts';
import { AppError, type ErrorCode } from '../errors/index.ts';
import { oids } from '../timestamp/oids.ts';
import { findUnbound, readWholeValue } from '../timestamp/signed-attributes.ts';
import { parseSignedData, type SignedData, type SignedDataForm } from '../timestamp/signed-data.ts';
import { isMeant, parseSigningCertificate } from '../timestamp/signing-certificate.ts';
import { type TimeStampPorts, type VerifiedTimeStamp, verifyTimeStamp } from '../timestamp/verify-time-stamp.ts';
import { derTags } from '../x509/der-reader.ts';
import { type CertificatePath, encodeX5c, parseCertificate, type VerifyChain } from '../x509/index.ts';
import { decodeEcdsaSignature, parseWideCertificate } from '../x509/parse-certificate.ts';

/** What is to have been signed, and by whom. */
export type CadesExpectations = {
  readonly data: Bytes;
  /** Stands as URI in the signer's certificate. */
  readonly origin: string;
  /** SHA-256 of the certificates registered for it, base64url; null where the chain alone decides. */
  readonly certificateHashes: readonly string[] | null;
  /** When it was signed, as the signer says: counts where no time stamp says it. */
  readonly claimedAt: Date;
  /** When the time-stamp authority must still be believed; absent: as of the time stamp itself. */
  readonly judgedAt?: Date;
  /** Of the error, whatever does not hold. */
  readonly code: ErrorCode;
};

export type CadesPorts = TimeStampPorts & { readonly verifyChain: VerifyChain; readonly verifyP256: VerifyP256 };

/** `stamp`: null where none says when it was signed. `path`: the signer's certificate first, the anchor last. */
export type VerifiedCades = { readonly stamp: VerifiedTimeStamp | null; readonly path: CertificatePath };

/** As `signCades` writes them: by one certificate that travels along, and beside the signature its time stamp alone. */
const cadesForm: SignedDataForm = { version: 1, contentType: oids.data, isDetached: true, unsigned: [oids.signatureTimeStamp] };

/**
 * A CAdES signature (DER) over `data`, baseline B-B or B-T, once everything in it holds: ECDSA on P-256 with SHA-256, by a
 * certificate of that origin whose chain held when the signature was stamped.
 *
 * Not checked: whether any certificate was revoked.
 * @throws AppError with `code`; its facts say `what`: `time_stamp` and `chain` where the signature itself holds, with the `reason`
 * @see ETSI EN 319 122-1, section 6; RFC 5652, section 5.6
 */
export async function verifyCades(der: Bytes, expected: CadesExpectations, ports: CadesPorts): Promise<VerifiedCades> {
  const { code } = expected;
  const { data, leaf } = await underCode(code, 'cms', () => verifySignature(der, expected, ports));
  const stamp = await underCode(code, 'time_stamp', () => verifyStamp(data, expected, ports));
  const path = await underCode(code, 'chain', async () => {
    return (await ports.verifyChain(encodeX5c([leaf.der]), { at: stamp?.at ?? expected.claimedAt })).path;
  });
  return { stamp, path };
}

async function verifySignature(der: Bytes, expected: CadesExpectations, { digest, verifyP256 }: CadesPorts) {
  const { code, origin, certificateHashes } = expected;
  const data = parseSignedData(der, cadesForm);
  const { signer, certificates } = data;
  const unbound = await findUnbound(signer, { contentType: oids.data, content: expected.data }, digest);
  if (unbound !== null) throw new AppError(code, { what: unbound });
  const [certificate] = certificates;
  if (certificate === undefined || certificates.length !== 1) throw new AppError(code, { what: 'certificates' });
  const leaf = parseCertificate(certificate);
  const named = signer.attributes.get(oids.signingCertificateV2);
  const isSigner = leaf.serialNumber === signer.serialNumber && isSameBytes(leaf.issuer, signer.issuer);
  if (!isSigner || named === undefined || !(await isMeant(parseSigningCertificate(named), parseWideCertificate(certificate), digest)))
    throw new AppError(code, { what: 'signing_certificate' });
  const isOurs = signer.algorithm.name === 'ECDSA' && signer.algorithm.hash === 'SHA-256';
  const signature = decodeEcdsaSignature(signer.signature, 32);
  if (!isOurs || !(await verifyP256({ publicKey: leaf.publicKey, data: signer.signedBytes, signature })))
    throw new AppError(code, { what: 'signature' });
  if (!leaf.extensions.subjectAltName?.uris.includes(origin)) throw new AppError(code, { what: 'origin' });
  const hash = encodeBase64Url(await digest('SHA-256', leaf.der));
  if (certificateHashes !== null && !certificateHashes.includes(hash)) throw new AppError(code, { what: 'certificate' });
  return { data, leaf };
}

/** What is stamped are the bytes of the signature. @see ETSI EN 319 122-1, section 5.3 */
async function verifyStamp({ signer }: SignedData, { judgedAt }: CadesExpectations, ports: CadesPorts): Promise<VerifiedTimeStamp | null> {
  const values = signer.unsigned.get(oids.signatureTimeStamp);
  if (values === undefined) return null;
  const imprint = await ports.digest('SHA-256', signer.signature);
  return verifyTimeStamp(readWholeValue(values, derTags.sequence), { imprint, ...(judgedAt && { judgedAt }) }, ports);
}

/** What was refused below, under the caller's code: which part it was, and why. */
async function underCode<T>(code: ErrorCode, what: string, verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code === code) throw cause;
    const reason = cause.facts['reason'] ?? (cause.code === 'certificate_malformed' ? cause.facts['what'] : undefined) ?? cause.code;
    throw new AppError(code, { what, reason }, { cause });
  }
}
