import type { TrustList } from './trust-list.ts';

/** The list of whoever pins none: it names nobody, and is never out of date. */
export const emptyTrustList: TrustList = {
  type: 'daricheh.trust-list.v2',
  serial: 1,
  issuedAt: '1970-01-01T00:00:00Z',
  nextUpdate: '9999-12-31T23:59:59Z',
  location: 'https://trust.invalid/',
  issuers: [],
  agencies: [],
};
