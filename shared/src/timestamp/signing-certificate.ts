import type { Bytes } from '../credential/crypto-ports.ts';
import { isSameBytes } from '../encoding/index.ts';
import { type HashName, readHashAlgorithm } from '../x509/algorithm-identifier.ts';
import { DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeHexInteger } from '../x509/der-values.ts';
import type { Digest, WideCertificate } from '../x509/index.ts';

/** Which certificate the signer says is its own: by hash, and by issuer and number where they are told too. */
export type CertificateId = {
  readonly algorithm: HashName;
  readonly hash: Bytes;
  readonly issuer: Bytes | null;
  readonly serialNumber: string | null;
};

/** The first ESSCertIDv2 of a SigningCertificateV2 attribute's value. The older attribute, by SHA-1, is not read. @throws AppError `certificate_malformed` @see RFC 5035, sections 3 and 4 */
export function parseSigningCertificate(values: Bytes): CertificateId {
  const set = new DerReader(values);
  const attribute = set.enter(derTags.sequence);
  set.finish();
  const ids = attribute.enter(derTags.sequence);
  // Policies may follow; they say nothing about which certificate it is.
  if (!attribute.isAtEnd) attribute.read(derTags.sequence);
  attribute.finish();
  const id = ids.enter(derTags.sequence);
  // SHA-256 is the default, and often written all the same.
  const algorithm = id.nextTag === derTags.sequence ? readHashAlgorithm(id) : 'SHA-256';
  const hash = id.read(derTags.octetString);
  const place = id.nextTag === derTags.sequence ? readIssuerSerial(id.enter(derTags.sequence)) : { issuer: null, serialNumber: null };
  id.finish();
  return { algorithm, hash, ...place };
}

function readIssuerSerial(issuerSerial: DerReader): { issuer: Bytes; serialNumber: string } {
  const names = issuerSerial.enter(derTags.sequence);
  const name = names.enter(derTags.context4);
  names.finish();
  const issuer = name.readWhole(derTags.sequence);
  name.finish();
  const serialNumber = decodeHexInteger(issuerSerial.read(derTags.integer));
  issuerSerial.finish();
  if (issuer.length === 0) throw malformed('issuer');
  return { issuer, serialNumber };
}

/** True when it is that certificate that is meant, whatever else came along. */
export async function isMeant(
  { algorithm, hash, issuer, serialNumber }: CertificateId,
  certificate: WideCertificate,
  digest: Digest,
): Promise<boolean> {
  if (issuer !== null && !isSameBytes(issuer, certificate.issuer)) return false;
  if (serialNumber !== null && serialNumber !== certificate.serialNumber) return false;
  return isSameBytes(hash, await digest(algorithm, certificate.der));
}
