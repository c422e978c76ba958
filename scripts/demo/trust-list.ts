import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type DemoAgency, demoAgencies } from '@daricheh/agencies/agencies';
import { type LocalizedText, type TrustedAgency, type TrustList, trustList } from '@daricheh/shared/trust';
import { type DocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import { CompactSign, decodeJwt } from 'jose';
import type { Issued } from './certificates.ts';
import { buildOrigin, trustHost } from './places.ts';

/** What the list says, without its edition. */
export type TrustListContent = Omit<TrustList, 'serial' | 'issuedAt' | 'nextUpdate'>;

const clockName: LocalizedText = { fa: 'مهر زمان ثبت احوال', en: 'Time stamps of the civil registry' };

/** An edition counts for thirty days; the next is out ten days before that. */
const lifetimeMs = 30 * 86_400_000;
const renewMs = 10 * 86_400_000;

/** Who may issue, who may ask, and who tells the time, for the demo agencies as they hand themselves in, at origins of `port`. */
export function buildTrustListContent(
  port: number,
  readSealCert: (id: DemoAgency['id']) => string,
  clock: { readonly certPem: string; readonly uri: string },
): TrustListContent {
  return {
    type: 'daricheh.trust-list.v2',
    location: `${buildOrigin(trustHost, port)}/trust-list`,
    issuers: demoAgencies
      .filter(({ issues }) => issues.length > 0)
      .map(({ host, name, issues }) => ({ issuer: buildOrigin(host, port), name, documents: issues.flatMap(listTypes) })),
    agencies: demoAgencies.map(({ id, host, name, level, uses, contact }) => ({
      id,
      name,
      origins: [buildOrigin(host, port)],
      level,
      certificateHashes: [hashCertificate(readSealCert(id))],
      uses: [...uses],
      addresses: listAddresses(buildOrigin(host, port)),
      contact,
    })),
    timeStampAuthorities: [{ name: clockName, certificateHashes: [hashCertificate(clock.certPem)], uri: clock.uri }],
  };
}

/**
 * The same content with those agencies of the edition before that are none of the demo's: the office has registered them, and they stay
 * when the demo's own change. One whose site or certificate is now another's goes.
 */
export function keepRegistered(content: TrustListContent, before: readonly TrustedAgency[]): TrustListContent {
  const isTaken = (agency: TrustedAgency): boolean =>
    content.agencies.some(
      ({ id, origins, certificateHashes }) =>
        id === agency.id ||
        origins.some((origin) => agency.origins.includes(origin)) ||
        certificateHashes.some((hash) => agency.certificateHashes.includes(hash)),
    );
  return { ...content, agencies: [...content.agencies, ...before.filter((agency) => !isTaken(agency))] };
}

/** What an edition of our own says; its signature is not looked at. */
export function readEdition(token: string): TrustList {
  return trustList.parse(decodeJwt(token));
}

/** A type of document in each format in which it is issued. */
function listTypes(id: DocumentTypeId): TrustList['issuers'][number]['documents'] {
  const { vct, mdoc } = getDocumentType(id);
  return [{ vct }, ...(mdoc ? [{ doctype: mdoc.docType }] : [])];
}

/** Where the server beside the agency's site gives requests and takes answers, and where the site goes on. */
function listAddresses(origin: string): TrustList['agencies'][number]['addresses'] {
  const serverUris = [`${origin}/daricheh/`];
  return { responseUris: serverUris, requestUris: serverUris, redirectUris: [`${origin}/`] };
}

/**
 * The list as a compact JWS (typ `daricheh-trust-list+jwt`, ES256, x5c of the signer alone). `previous` is returned as
 * it is when it says the same and is not about to be out of date; otherwise the serial grows by one.
 */
export async function signTrustList(content: TrustListContent, signer: Issued, previous?: string): Promise<string> {
  const before = previous === undefined ? undefined : readEdition(previous);
  const now = Date.now();
  if (previous !== undefined && before !== undefined && Date.parse(before.nextUpdate) - now > renewMs) {
    const { serial, issuedAt, nextUpdate } = before;
    const sameEdition = trustList.parse({ ...content, serial, issuedAt, nextUpdate });
    if (isDeepStrictEqual(sameEdition, before)) return previous;
  }
  const issuedAt = new Date(now).toISOString();
  const nextUpdate = new Date(now + lifetimeMs).toISOString();
  const list = trustList.parse({ ...content, serial: (before?.serial ?? 0) + 1, issuedAt, nextUpdate });
  const x5c = [new X509Certificate(signer.certPem).raw.toString('base64')];
  return new CompactSign(Buffer.from(JSON.stringify(list)))
    .setProtectedHeader({ alg: 'ES256', typ: 'daricheh-trust-list+jwt', x5c })
    .sign(createPrivateKey(signer.keyPem));
}

/** `x509_hash` of OpenID4VP 1.0, section 5.9.3: SHA-256 of the DER, base64url. */
function hashCertificate(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
}
