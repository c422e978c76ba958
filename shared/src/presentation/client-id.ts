import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';

const x509HashPrefix = 'x509_hash:';

/** What stands before the first colon of a client id; empty when there is none. @see OpenID4VP 1.0, section 5.9.1 */
export function readClientIdPrefix(clientId: string): string {
  return clientId.slice(0, Math.max(0, clientId.indexOf(':')));
}

/** The client id of whoever holds this certificate (DER). @see OpenID4VP 1.0, section 5.9.3, `x509_hash` */
export async function makeX509HashClientId(certificate: Bytes, sha256: Sha256): Promise<string> {
  return `${x509HashPrefix}${encodeBase64Url(await sha256(certificate))}`;
}

/** The hash in a client id with prefix `x509_hash`; undefined for any other. */
export function readX509Hash(clientId: string): string | undefined {
  return clientId.startsWith(x509HashPrefix) ? clientId.slice(x509HashPrefix.length) : undefined;
}

/**
 * The audience that a key binding names over the Digital Credentials API: the origin, whether the request was signed or
 * not. Everywhere else the audience is the whole client id.
 * @see OpenID4VP 1.0, section 5.9.2 and appendix A.4
 */
export function makeOriginAudience(origin: string): string {
  return `origin:${origin}`;
}
