import 'reflect-metadata';
import { createPrivateKey, type webcrypto } from 'node:crypto';
import type { Bytes, P256PublicJwk, RandomBytes } from '@daricheh/shared/credential';
import { decodePemCertificates } from '@daricheh/shared/x509';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { CitizensAuthority } from '../agencies/agency.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
/** id-kp-documentSigning. @see RFC 9336 */
const documentSigning = '1.3.6.1.5.5.7.3.36';

export type SigningKeyOrder = {
  readonly publicKey: P256PublicJwk;
  readonly notBefore: Date;
  readonly notAfter: Date;
};

/**
 * Certifies a citizen's signing key: the chain in DER, the new leaf first, its authority second. The subject is a random
 * serial and nothing about the person, because the certificate is shown with every signature; who it is, the signing
 * credential says to whom it is disclosed. It ends with its authority at the latest.
 * @see RFC 5280, section 4.1; RFC 9336
 */
export async function certifySigningKey(
  citizens: CitizensAuthority,
  { publicKey, notBefore, notAfter }: SigningKeyOrder,
  randomBytes: RandomBytes,
): Promise<readonly [leaf: Bytes, authority: Bytes]> {
  const [authorityDer] = decodePemCertificates(citizens.certPem);
  if (!authorityDer) throw new Error('The authority for citizens has no certificate.');
  const authority = new X509Certificate(authorityDer);
  // Below 0x80 at the front, so that the number is positive and has 16 bytes.
  const serialNumber = toHex(randomBytes(16)).replace(/^./, '1');
  const certificate = await X509CertificateGenerator.create({
    serialNumber,
    subject: `2.5.4.5=${toHex(randomBytes(16))}`,
    issuer: authority.subjectName,
    notBefore,
    notAfter: notAfter < authority.notAfter ? notAfter : authority.notAfter,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey: await crypto.subtle.importKey('jwk', { ...publicKey }, algorithm, true, ['verify']),
    signingKey: await importSigningKey(citizens.keyPem),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([documentSigning]),
    ],
  });
  return [new Uint8Array(certificate.rawData), authorityDer];
}

function importSigningKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  return crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign']);
}

function toHex(bytes: Bytes): string {
  return Buffer.from(bytes).toString('hex');
}
