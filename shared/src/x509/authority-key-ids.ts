import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import type { CertificatePath } from './chain-rules.ts';
import { type Certificate, parseCertificate } from './parse-certificate.ts';

/** The key identifiers, base64url, that the certificates of a chain name as their authority's; the anchor, which does not travel, left out. @see OpenID4VP 1.0, section 6.1.1.1 (`aki`) */
export function listAuthorityKeyIds(path: CertificatePath): readonly string[] {
  return listKeyIds(path.slice(0, -1));
}

/** The same of the certificates that a credential carries, in DER, for its holder: no chain is verified here. @throws AppError `certificate_malformed` */
export function readAuthorityKeyIds(certificates: readonly Bytes[]): readonly string[] {
  return listKeyIds(certificates.map(parseCertificate));
}

function listKeyIds(certificates: readonly Certificate[]): readonly string[] {
  return certificates.flatMap(({ extensions: { authorityKeyId } }) => (authorityKeyId ? [encodeBase64Url(authorityKeyId)] : []));
}
