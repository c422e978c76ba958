import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { type DemoAgency, demoAgencies } from '@daricheh/agencies/agencies';
import { canonicalizeJson } from '@daricheh/shared/encoding';
import { type TrustList, trustList } from '@daricheh/shared/trust';
import { CompactSign, decodeJwt } from 'jose';
import type { Issued } from './certificates.ts';
import { buildOrigin } from './places.ts';

/** What the list says, without its edition. */
export type TrustListContent = Omit<TrustList, 'serial' | 'issuedAt'>;

/** Who may issue and who may ask, for the demo agencies as they hand themselves in, at origins of `port`. */
export function buildTrustListContent(port: number, readSealCert: (id: DemoAgency['id']) => string): TrustListContent {
  return {
    type: 'daricheh.trust-list.v1',
    issuers: demoAgencies
      .filter(({ id }) => id === 'civil-registry')
      .map(({ host, name }) => ({
        issuer: buildOrigin(host, port),
        name,
        vcts: ['urn:daricheh:identity:1', 'urn:daricheh:signing:1'],
      })),
    agencies: demoAgencies.map(({ id, host, name, level, uses }) => ({
      id,
      name,
      origins: [buildOrigin(host, port)],
      level,
      certificateHashes: [hashCertificate(readSealCert(id))],
      uses: [...uses],
    })),
  };
}

/**
 * The list as a compact JWS (typ `daricheh-trust-list+jwt`, ES256, x5c of the signer alone). `previous` is returned as
 * it is when it says the same; otherwise the serial grows by one.
 */
export async function signTrustList(content: TrustListContent, signer: Issued, previous?: string): Promise<string> {
  const before = previous === undefined ? undefined : trustList.parse(decodeJwt(previous));
  if (previous !== undefined && before !== undefined) {
    const sameEdition = trustList.parse({ ...content, serial: before.serial, issuedAt: before.issuedAt });
    if (canonicalizeJson(sameEdition) === canonicalizeJson(before)) return previous;
  }
  const list = trustList.parse({ ...content, serial: (before?.serial ?? 0) + 1, issuedAt: new Date().toISOString() });
  const x5c = [new X509Certificate(signer.certPem).raw.toString('base64')];
  return new CompactSign(Buffer.from(JSON.stringify(list)))
    .setProtectedHeader({ alg: 'ES256', typ: 'daricheh-trust-list+jwt', x5c })
    .sign(createPrivateKey(signer.keyPem));
}

/** `x509_hash` of OpenID4VP 1.0, section 5.9.3: SHA-256 of the DER, base64url. */
function hashCertificate(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
}
