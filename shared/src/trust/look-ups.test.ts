import { describe, expect, it } from 'vitest';
import { findAgencyByCertificateHash, findAgencyByOrigin, findIssuersOf, isIssuerTrusted } from './find-in-trust-list.ts';
import { decodeLabel } from './punycode.ts';
import { findLookAlike } from './resemble-agency.ts';
import type { TrustedAgency, TrustList } from './trust-list.ts';

const name = { fa: 'سازمان', en: 'Agency' };
const tax: TrustedAgency = {
  id: 'tax',
  name,
  origins: ['http://tax.localhost:8470'],
  level: 2,
  certificateHashes: ['hash-of-tax'],
  uses: [],
};
const passport: TrustedAgency = {
  id: 'passport',
  name,
  origins: ['https://passport.gov.ir'],
  level: 3,
  certificateHashes: ['hash-of-passport'],
  uses: [],
};
const registry = { issuer: 'https://registry.gov.ir', name, vcts: ['urn:daricheh:identity:1'] };
const list: TrustList = {
  type: 'daricheh.trust-list.v1',
  serial: 1,
  issuedAt: '2026-11-23T00:00:00Z',
  issuers: [registry],
  agencies: [tax, passport],
};

describe('a look-up in the trust list', () => {
  it('finds an agency by exactly its origin', () => {
    expect(findAgencyByOrigin(list, 'http://tax.localhost:8470')).toBe(tax);
  });

  it.each(['https://tax.localhost:8470', 'http://tax.localhost', 'http://tax.localhost:8470/', 'http://TAX.localhost:8470', ''])(
    'finds none for %s',
    (origin) => {
      expect(findAgencyByOrigin(list, origin)).toBeUndefined();
    },
  );

  it('finds an agency by the hash of its certificate, and none by another', () => {
    expect([findAgencyByCertificateHash(list, 'hash-of-passport'), findAgencyByCertificateHash(list, 'hash')]).toEqual([
      passport,
      undefined,
    ]);
  });

  it('finds who may issue a type', () => {
    expect([findIssuersOf(list, 'urn:daricheh:identity:1'), findIssuersOf(list, 'urn:daricheh:other:1')]).toEqual([[registry], []]);
  });

  it('trusts an issuer for the types it is listed for alone', () => {
    const answers = [
      isIssuerTrusted(list, 'https://registry.gov.ir', 'urn:daricheh:identity:1'),
      isIssuerTrusted(list, 'https://registry.gov.ir', 'urn:daricheh:signing:1'),
      isIssuerTrusted(list, 'https://other.gov.ir', 'urn:daricheh:identity:1'),
    ];
    expect(answers).toEqual([true, false, false]);
  });
});

describe('A14: an origin that may be taken for an agency’s', () => {
  it.each([
    ['https://tax.localhost:8470', 'tax', 'scheme'],
    ['http://tax.localhost:8471', 'tax', 'port'],
    ['http://tax.localhost.:8470', 'tax', 'trailing-dot'],
    ['http://tаx.localhost:8470', 'tax', 'look-alike-letters'],
    ['https://pаѕѕport.gov.ir', 'passport', 'look-alike-letters'],
    ['https://passp0rt.gov.ir', 'passport', 'look-alike-letters'],
    ['https://pässport.gov.ir', 'passport', 'look-alike-letters'],
    ['https://passport.gov.ir.evil.test', 'passport', 'extra-label'],
    ['https://www.passport.gov.ir.evil.test', 'passport', 'extra-label'],
    ['http://tax-gov.localhost:8470', 'tax', 'extra-word'],
    ['https://passport-gov-ir.test', 'passport', 'extra-word'],
    ['https://passport.gov.co', 'passport', 'other-ending'],
    ['https://pasport.gov.ir', 'passport', 'one-letter'],
    ['https://passpotr.gov.ir', 'passport', 'one-letter'],
    ['https://passpart.gov.ir', 'passport', 'one-letter'],
    ['http://taax.localhost:8470', 'tax', 'one-letter'],
  ])('%s resembles %s by %s', (typed, agency, reason) => {
    const { origin } = new URL(typed);
    const found = findLookAlike(list, origin);
    expect([found?.agency.id, found?.reason]).toEqual([agency, reason]);
  });

  it.each([
    'http://tax.localhost:8470',
    'https://passport.gov.ir',
    'https://www.passport.gov.ir',
    'https://news.test',
    'http://fax.localhost:8470',
    'http://localhost:8470',
    'null',
    '',
  ])('%s resembles none', (origin) => {
    expect(findLookAlike(list, origin)).toBeUndefined();
  });

  it('is read from punycode as the browser wrote it', () => {
    const labels = ['مالیات', 'täx', 'tаx', 'bücher-und-mehr', '例え'];
    const decoded = labels.map((label) => decodeLabel(new URL(`http://${label}.test`).hostname.split('.')[0] ?? ''));
    expect(decoded).toEqual(labels);
  });

  it.each(['xn--', 'xn--a!', 'xn--99999999999', 'plain'])('leaves %s as it is or empty, and does not throw', (label) => {
    expect(['', label]).toContain(decodeLabel(label));
  });
});
