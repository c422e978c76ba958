import { createHash, createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import type { CoseKey, MdocContext } from '@owf/mdoc';
import { randomBytes } from './node-ports.ts';

const dsaEncoding = 'ieee-p1363';

/**
 * What @owf/mdoc needs of its surroundings, by node:crypto. Keys and certificates that were read once are kept, as our
 * own verifier keeps them, so that a comparison of the two is one of their own work. The library itself is handed in: who
 * makes no use of it does not load it.
 */
export function createOwfContext({ fromJwk }: { readonly fromJwk: (jwk: Record<string, unknown>) => CoseKey }): MdocContext {
  const keys = new Map<string, KeyObject>();
  const certificates = new Map<string, CoseKey>();
  const verified = new Set<string>();
  const readKey = (key: CoseKey): KeyObject =>
    remember(keys, JSON.stringify(key.jwk), () => createPublicKey({ key: key.jwk, format: 'jwk' }));
  return {
    crypto: {
      random: randomBytes,
      digest: ({ digestAlgorithm, bytes }) => hash(digestAlgorithm.replace('-', '').toLowerCase(), bytes, 'buffer'),
      calculateEphemeralMacKey: refuseMac,
    },
    cose: {
      sign1: {
        sign: ({ toBeSigned, key }) => sign('sha256', toBeSigned, { key: createPrivateKey({ key: key.jwk, format: 'jwk' }), dsaEncoding }),
        verify: ({ key, sign1 }) => verify('sha256', sign1.toBeSigned, { key: readKey(key), dsaEncoding }, sign1.signature),
      },
      mac0: { sign: refuseMac, verify: refuseMac },
    },
    x509: {
      // Certificates of tests name no country; what is asserted of one is not compared here.
      getIssuerNameField: () => ['IR'],
      getPublicKey: ({ certificate }) =>
        remember(certificates, fingerprint(certificate), () =>
          fromJwk({ ...new X509Certificate(certificate).publicKey.export({ format: 'jwk' }) }),
        ),
      verifyCertificateChain: ({ trustedCertificates, x5chain: [leaf] }) => {
        const [anchor] = trustedCertificates;
        if (!leaf || !anchor || verified.has(fingerprint(leaf))) return;
        if (!new X509Certificate(leaf).verify(new X509Certificate(anchor).publicKey)) throw new Error('not issued by the anchor');
        verified.add(fingerprint(leaf));
      },
      getCertificateData: ({ certificate }) => {
        const { issuer, subject, serialNumber, validFrom, validTo } = new X509Certificate(certificate);
        const names = { issuerName: issuer, subjectName: subject, serialNumber, thumbprint: fingerprint(certificate), pem: '' };
        return { ...names, notBefore: new Date(validFrom), notAfter: new Date(validTo) };
      },
    },
  };
}

function remember<Value>(kept: Map<string, Value>, name: string, make: () => Value): Value {
  const value = kept.get(name) ?? make();
  kept.set(name, value);
  return value;
}

function fingerprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function refuseMac(): never {
  throw new Error('no MAC is made or checked here');
}
