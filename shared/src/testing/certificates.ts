import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Bytes } from '../credential/crypto-ports.ts';
import { createTestKey, type TestKey } from './node-ports.ts';

/** A certificate with its key. */
export type TestCertificate = { readonly der: Bytes; readonly key: TestKey; readonly name: string };

export type TestCertificateOptions = {
  readonly name: string;
  /** Signs itself when absent. */
  readonly issuer?: TestCertificate;
  readonly key?: TestKey;
  /** Absent: the leaf's own, CA false. `null`: no such extension. */
  readonly authority?: { readonly pathLength?: number } | null;
  readonly keyUsage?: KeyUsageFlags | null;
  readonly uris?: readonly string[];
  readonly dnsNames?: readonly string[];
  readonly purposes?: readonly string[];
  readonly extensions?: readonly Extension[];
  readonly serialNumber?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
};

/** Certificates of tests are valid from 2026-01-01 to 2027-01-01 unless they say otherwise. */
export async function createTestCertificate(options: TestCertificateOptions): Promise<TestCertificate> {
  const key = options.key ?? createTestKey();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: options.serialNumber ?? '0123456789abcdef',
    subject: `CN=${options.name}`,
    issuer: `CN=${options.issuer?.name ?? options.name}`,
    notBefore: options.notBefore ?? new Date('2026-01-01T00:00:00Z'),
    notAfter: options.notAfter ?? new Date('2027-01-01T00:00:00Z'),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey: await importKey(key.publicKey, 'verify'),
    signingKey: await importKey((options.issuer?.key ?? key).privateJwk, 'sign'),
    extensions: listExtensions(options),
  });
  return { der: new Uint8Array(certificate.rawData), key, name: options.name };
}

/** A root that signs itself and may issue authorities. Its number is its own: some look a certificate up by its issuer and number. */
export function createTestRoot(name = 'Root', options: Partial<TestCertificateOptions> = {}): Promise<TestCertificate> {
  return createTestCertificate({ name, serialNumber: '01', authority: {}, keyUsage: KeyUsageFlags.keyCertSign, ...options });
}

/** The seal of an agency: a leaf that signs, with its origin as URI. */
export function createTestSeal(
  issuer: TestCertificate,
  origin: string,
  options: Partial<TestCertificateOptions> = {},
): Promise<TestCertificate> {
  return createTestCertificate({ name: 'Seal', issuer, keyUsage: KeyUsageFlags.digitalSignature, uris: [origin], ...options });
}

function listExtensions({ authority, keyUsage, uris = [], dnsNames = [], purposes, extensions = [] }: TestCertificateOptions): Extension[] {
  const names = [...uris.map((value) => ({ type: 'url' as const, value })), ...dnsNames.map((value) => ({ type: 'dns' as const, value }))];
  return [
    ...(authority === null ? [] : [new BasicConstraintsExtension(authority !== undefined, authority?.pathLength, true)]),
    ...(keyUsage === undefined || keyUsage === null ? [] : [new KeyUsagesExtension(keyUsage, true)]),
    ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
    ...(purposes ? [new ExtendedKeyUsageExtension([...purposes])] : []),
    ...extensions,
  ];
}

function importKey(jwk: object, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', { ...jwk }, { name: 'ECDSA', namedCurve: 'P-256' }, true, [use]);
}

/** The certificate and its key as the PEM files that operators keep. */
export function toPem({ der, key }: TestCertificate): { readonly certPem: string; readonly keyPem: string } {
  // An empty line at the end would be taken by some readers and not by openssl.
  const base64 = (
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n');
  const privateKey = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' });
  return {
    certPem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export { Extension, KeyUsageFlags };
