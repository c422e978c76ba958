import { createPrivateKey, X509Certificate } from 'node:crypto';
import { type TimeStampAuthority, timeStampOids } from '@daricheh/shared/timestamp';
import { decodePemCertificates, parseCertificate } from '@daricheh/shared/x509';
import { createSignP256 } from '../crypto/node-crypto.ts';

export type TimeStampAuthoritySource = {
  /** PKCS #8. */
  readonly keyPem: string;
  /** The certificate for time stamps, and behind it those between it and the root. */
  readonly certPem: string;
  readonly policy: string;
  readonly accuracySeconds: number;
};

/**
 * The authority of a key and its certificate.
 * @throws Error when they do not belong together, or the certificate is not, critically, for time stamps alone: what it
 * would sign nobody accepts
 */
export function openTimeStampAuthority({ keyPem, certPem, policy, accuracySeconds }: TimeStampAuthoritySource): TimeStampAuthority {
  const privateKey = createPrivateKey(keyPem);
  const [leaf, ...above] = decodePemCertificates(certPem);
  if (leaf === undefined || !new X509Certificate(leaf).checkPrivateKey(privateKey))
    throw new Error('The time-stamp authority’s key does not belong to its certificate.');
  const { extendedKeyUsage, isExtendedKeyUsageCritical } = parseCertificate(leaf).extensions;
  if (extendedKeyUsage?.length !== 1 || extendedKeyUsage[0] !== timeStampOids.timeStamping || isExtendedKeyUsageCritical !== true)
    throw new Error('The time-stamp authority’s certificate is not for time stamps alone.');
  return { chain: [leaf, ...above], sign: createSignP256(privateKey), policy, accuracySeconds };
}
