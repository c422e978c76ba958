// @peculiar/x509 registers its parts through decorators, which need this first.
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

type Subject = {
  /** Common name; the organisation says that all of it is a demo. */
  readonly name: string;
  readonly years: number;
  /** May issue certificates, through at most so many authorities below it. Absent: a leaf that signs. */
  readonly authority?: { readonly pathLength?: number };
  /** The origin that the key speaks for: it becomes the URI, its host the DNS name. */
  readonly origin?: string;
  /** Object identifiers of what the certificate is for (extended key usage). */
  readonly purposes?: readonly string[];
  /** Whoever does not understand the purposes must not use the certificate. */
  readonly arePurposesCritical?: boolean;
};

/** A P-256 key (PKCS #8) and its certificate, both PEM. */
export type Issued = { readonly keyPem: string; readonly certPem: string };

type Issuer = { readonly key: webcrypto.CryptoKey; readonly name: string; readonly publicKey: webcrypto.CryptoKey };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const hourMs = 3_600_000;

/** A new key with a certificate that `issuer` signs, or that it signs itself where there is none. Valid from an hour ago. */
export async function issueCertificate(subject: Subject, issuer?: Issued & { readonly name: string }): Promise<Issued> {
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const signer = issuer ? await readIssuer(issuer) : { key: pair.privateKey, name: subject.name, publicKey: pair.publicKey };
  const certificate = await X509CertificateGenerator.create({
    serialNumber: makeSerialNumber(),
    subject: writeName(subject.name),
    issuer: writeName(signer.name),
    notBefore: new Date(Date.now() - hourMs),
    notAfter: addYears(new Date(), subject.years),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey: pair.publicKey,
    signingKey: signer.key,
    extensions: await listExtensions(subject, pair.publicKey, signer),
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { keyPem: encodePem('PRIVATE KEY', pkcs8), certPem: `${certificate.toString('pem')}\n` };
}

async function listExtensions(subject: Subject, publicKey: webcrypto.CryptoKey, signer: Issuer): Promise<Extension[]> {
  const { authority, origin, purposes, arePurposesCritical = false } = subject;
  return [
    new BasicConstraintsExtension(authority !== undefined, authority?.pathLength, true),
    new KeyUsagesExtension(authority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature, true),
    await SubjectKeyIdentifierExtension.create(publicKey),
    ...(signer.publicKey === publicKey ? [] : [await AuthorityKeyIdentifierExtension.create(signer.publicKey)]),
    ...(purposes ? [new ExtendedKeyUsageExtension([...purposes], arePurposesCritical)] : []),
    ...(origin
      ? [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: new URL(origin).hostname },
            { type: 'url', value: origin },
          ]),
        ]
      : []),
  ];
}

async function readIssuer({ keyPem, name }: Issued & { readonly name: string }): Promise<Issuer> {
  const jwk = createPrivateKey(keyPem).export({ format: 'jwk' });
  const { d: _secret, ...publicJwk } = jwk;
  return {
    name,
    key: await webcrypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('jwk', publicJwk, algorithm, true, ['verify']),
  };
}

function writeName(name: string): string {
  // Certificates of driving licences name the country (ISO/IEC 18013-5:2021, annex B.1).
  return `CN=${name}, O=Daricheh demo (fictitious), C=IR`;
}

/** Positive, random, 16 bytes (RFC 5280, section 4.1.2.2; CA/Browser Forum: at least 64 random bits). */
export function makeSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

function addYears(date: Date, years: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()));
}

function encodePem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
