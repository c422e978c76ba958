import { createPrivateKey } from 'node:crypto';
import { signCompactJws } from '@daricheh/shared/credential';
import { type RegisteredUse, type TrustedAgency, type TrustList, trustListType } from '@daricheh/shared/trust';
import type { Agency } from '../agencies/agency.ts';
import { createSignP256 } from '../crypto/node-crypto.ts';
import type { DemoAuthority } from './demo-authority.ts';

const purpose = { fa: 'ورود شما', en: 'To sign you in' };

/** What every agency of the tests may ask for. */
export const testUses: readonly RegisteredUse[] = [
  {
    id: 'sign-in',
    purpose,
    vct: 'urn:daricheh:identity:1',
    claims: [['given_name'], ['family_name'], ['given_name_latin'], ['family_name_latin'], ['national_id']],
  },
  { id: 'submission', purpose, vct: 'urn:daricheh:signing:1', claims: [['national_id']] },
];

/** A trust list over the agencies of the tests, in which those that issue are trusted for identity and signing credentials. */
export async function signTestTrustList(authority: DemoAuthority, agencies: readonly Agency[]): Promise<string> {
  const signer = await authority.issueTrustListSigner();
  const list: TrustList = {
    type: 'daricheh.trust-list.v1',
    serial: 1,
    issuedAt: '2026-11-23T00:00:00Z',
    issuers: agencies
      .filter(({ issuer }) => issuer !== null)
      .map(({ origin, name }) => ({ issuer: origin, name, vcts: ['urn:daricheh:identity:1', 'urn:daricheh:signing:1'] })),
    agencies: agencies.map(toTrustedAgency),
  };
  const x5c = [Buffer.from(signer.der).toString('base64')];
  return signCompactJws({ header: { typ: trustListType, x5c }, payload: { ...list } }, createSignP256(createPrivateKey(signer.keyPem)));
}

function toTrustedAgency({ id, name, origin, seal, issuer }: Agency): TrustedAgency {
  return { id, name, origins: [origin], level: 3, certificateHashes: [seal.certificateHash], uses: issuer === null ? [...testUses] : [] };
}
