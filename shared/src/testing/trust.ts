import type { TrustedAgency, TrustList } from '../trust/index.ts';

const name = { fa: 'نمونه', en: 'Sample' };

/** A list that names nobody, but for the parts given. */
export function createTestTrustList(parts: Partial<TrustList> = {}): TrustList {
  return {
    type: 'daricheh.trust-list.v2',
    serial: 1,
    issuedAt: '2026-01-01T00:00:00Z',
    nextUpdate: '2027-01-01T00:00:00Z',
    location: 'https://trust.example/trust-list',
    issuers: [],
    agencies: [],
    ...parts,
  };
}

/** An agency that may be answered anywhere at its own origins, but for the parts given. */
export function createTestAgency(parts: Pick<TrustedAgency, 'id' | 'origins'> & Partial<TrustedAgency>): TrustedAgency {
  const ownUris = parts.origins.map((origin) => `${origin}/`);
  return {
    name,
    level: 3,
    certificateHashes: [],
    uses: [],
    addresses: { responseUris: ownUris, requestUris: ownUris, redirectUris: ownUris },
    contact: 'mailto:complaints@agency.example',
    ...parts,
  };
}
