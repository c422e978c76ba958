import { encodeBase64Url } from '../encoding/index.ts';
import type { CertificatePath } from './chain-rules.ts';

/** The key identifiers, base64url, that the certificates of a chain name as their authority's; the anchor, which does not travel, left out. @see OpenID4VP 1.0, section 6.1.1.1 (`aki`) */
export function listAuthorityKeyIds(path: CertificatePath): readonly string[] {
  return path.slice(0, -1).flatMap(({ extensions }) => (extensions.authorityKeyId ? [encodeBase64Url(extensions.authorityKeyId)] : []));
}
