import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { trustListSigningUsage } from '@daricheh/shared/trust';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const notBefore = new Date('2020-01-01T00:00:00Z');
const notAfter = new Date('2040-01-01T00:00:00Z');

export type DemoCertificate = { readonly keyPem: string; readonly certPem: string; readonly der: Uint8Array<ArrayBuffer> };

/** A root certificate authority for tests, and what it certifies. */
export type DemoAuthority = {
  readonly root: DemoCertificate;
  /** A leaf for signing, with the origin in its alternative names. */
  issueSeal(origin: string): Promise<DemoCertificate>;
  /** A leaf that may sign trust lists. */
  issueTrustListSigner(): Promise<DemoCertificate>;
  /** An authority below the root that may certify leaves only. */
  issueAuthority(name: string): Promise<DemoCertificate>;
};

/** Makes a root of its own, so that no two tests share a key. */
export async function createDemoAuthority(): Promise<DemoAuthority> {
  const keys = await generateKeys();
  const issuer = 'CN=Test root';
  const usage = new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true);
  const sign = (subject: string, publicKey: webcrypto.CryptoKey, extensions: Extension[]): Promise<X509Certificate> =>
    X509CertificateGenerator.create({
      subject,
      issuer,
      notBefore,
      notAfter,
      publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      extensions,
    });
  const leaf = [new BasicConstraintsExtension(false, undefined, true), new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)];
  const root = await sign(issuer, keys.publicKey, [new BasicConstraintsExtension(true, undefined, true), usage]);
  return {
    root: await toDemoCertificate(keys, root),
    issueSeal: async (origin) => {
      const own = await generateKeys();
      const names = new SubjectAlternativeNameExtension([
        { type: 'dns', value: new URL(origin).hostname },
        { type: 'url', value: origin },
      ]);
      return toDemoCertificate(own, await sign(`CN=${new URL(origin).hostname}`, own.publicKey, [...leaf, names]));
    },
    issueTrustListSigner: async () => {
      const own = await generateKeys();
      return toDemoCertificate(
        own,
        await sign('CN=Test trust list', own.publicKey, [...leaf, new ExtendedKeyUsageExtension([trustListSigningUsage])]),
      );
    },
    issueAuthority: async (name) => {
      const own = await generateKeys();
      return toDemoCertificate(own, await sign(`CN=${name}`, own.publicKey, [new BasicConstraintsExtension(true, 0, true), usage]));
    },
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

async function toDemoCertificate(keys: webcrypto.CryptoKeyPair, certificate: X509Certificate): Promise<DemoCertificate> {
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`,
    certPem: certificate.toString('pem'),
    der: new Uint8Array(certificate.rawData),
  };
}
