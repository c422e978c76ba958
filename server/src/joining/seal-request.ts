// @peculiar/x509 registers its parts through decorators, which need this first.
import 'reflect-metadata';
import { createPrivateKey, createPublicKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import { type JsonName, Pkcs10CertificateRequestGenerator, SubjectAlternativeNameExtension } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** A new key on P-256: PKCS #8, PEM. */
export function makeSealKey(): string {
  const encoding = { type: 'pkcs8', format: 'pem' } as const;
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: encoding,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return privateKey;
}

/**
 * The request for a certificate of that key, for one site: PKCS #10, PEM, signed by the key. It names the agency, and the site as DNS name
 * and as URI; what the certificate may be used for is for who issues it to say.
 * @throws Error when the key is not one on P-256
 * @see RFC 2986
 */
export async function makeSealRequest(
  keyPem: string,
  { name, origin }: { readonly name: string; readonly origin: string },
): Promise<string> {
  const key = createPrivateKey(keyPem);
  const subject: JsonName = [{ CN: [name] }, { C: ['IR'] }];
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: subject,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    keys: {
      privateKey: await webcrypto.subtle.importKey('jwk', key.export({ format: 'jwk' }), algorithm, false, ['sign']),
      publicKey: await webcrypto.subtle.importKey('jwk', createPublicKey(key).export({ format: 'jwk' }), algorithm, true, ['verify']),
    },
    extensions: [
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: new URL(origin).hostname },
        { type: 'url', value: origin },
      ]),
    ],
  });
  return `${request.toString('pem')}\n`;
}
