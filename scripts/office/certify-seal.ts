// @peculiar/x509 registers its parts through decorators, which need this first.
import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { type Issued, makeSerialNumber } from '../demo/certificates.ts';
import { OfficeProblem } from './office-problem.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const dayMs = 86_400_000;
const hourMs = 3_600_000;

export type CertifiedSeal = {
  readonly certificatePem: string;
  /** The site for which the key speaks. */
  readonly origin: string;
  readonly endsAt: Date;
};

/**
 * A certificate for the key of an agency's seal, as its request (PKCS #10, PEM) asks for one: for one site, to sign and for nothing else,
 * from an hour ago for so many days, at most as long as the authority's own. Only the name and the site are taken from the request. That the site
 * is the agency's is for the office to have looked at.
 * @throws OfficeProblem `request-unreadable`, `request-unsigned`, `request-key`, `request-site`
 * @see RFC 2986; RFC 5280, section 4.2
 */
export async function certifySeal(
  requestPem: string,
  authority: Issued,
  { days, now }: { readonly days: number; readonly now: Date },
): Promise<CertifiedSeal> {
  const request = readRequest(requestPem);
  // The signature shows that whoever asks has the key.
  if (!(await request.verify())) throw new OfficeProblem('request-unsigned');
  const publicKey = await readPublicKey(request);
  const origin = readSite(request);
  const issuer = new X509Certificate(authority.certPem);
  const endsAt = new Date(Math.min(now.getTime() + days * dayMs, issuer.notAfter.getTime()));
  const certificate = await X509CertificateGenerator.create({
    serialNumber: makeSerialNumber(),
    subject: request.subjectName,
    issuer: issuer.subjectName,
    notBefore: new Date(now.getTime() - hourMs),
    notAfter: endsAt,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey,
    signingKey: await readSigningKey(authority.keyPem),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: new URL(origin).hostname },
        { type: 'url', value: origin },
      ]),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, origin, endsAt };
}

/** True when the certificate is one for the key of the request. */
export function isForKeyOf(certificatePem: string, requestPem: string): boolean {
  const [held, asked] = [new X509Certificate(certificatePem).publicKey, readRequest(requestPem).publicKey];
  return Buffer.from(held.rawData).equals(Buffer.from(asked.rawData));
}

function readRequest(pem: string): Pkcs10CertificateRequest {
  try {
    return new Pkcs10CertificateRequest(pem);
  } catch (cause) {
    throw new OfficeProblem('request-unreadable', { cause });
  }
}

async function readPublicKey({ publicKey }: Pkcs10CertificateRequest): Promise<webcrypto.CryptoKey> {
  try {
    return await publicKey.export(algorithm, ['verify']);
  } catch (cause) {
    throw new OfficeProblem('request-key', { cause });
  }
}

/** The one origin that the request names, as a URI. */
function readSite(request: Pkcs10CertificateRequest): string {
  const names = request
    .getExtensions('2.5.29.17')
    .flatMap((extension) => new SubjectAlternativeNameExtension(extension.rawData).names.items);
  const [site, ...others] = names.filter(({ type }) => type === 'url').map(({ value }) => value);
  if (site === undefined || others.length > 0 || !URL.canParse(site) || new URL(site).origin !== site)
    throw new OfficeProblem('request-site');
  return site;
}

function readSigningKey(keyPem: string): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('jwk', createPrivateKey(keyPem).export({ format: 'jwk' }), algorithm, false, ['sign']);
}
