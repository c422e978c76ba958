import { describe, expect, it } from 'vitest';
import { createTestAgency, createTestTrustList } from '../testing/index.ts';
import { findAgencyByCertificateHash, findAgencyByOrigin, findIssuersOf, mayAsk, mayIssue } from './find-in-trust-list.ts';
import { decodeLabel } from './punycode.ts';
import { findLookAlike } from './resemble-agency.ts';

const name = { fa: 'سازمان', en: 'Agency' };
const identity = { vct: 'urn:daricheh:identity:1' };
const licence = { doctype: 'org.iso.18013.5.1.mDL' };
const uses = [
  { id: 'sign-in', purpose: name, attributes: [{ ...identity, claims: [['given_name'], ['address']] }] },
  { id: 'toll', purpose: name, attributes: [{ ...licence, claims: [['org.iso.18013.5.1', 'document_number']] }] },
];
const tax = createTestAgency({ id: 'tax', origins: ['http://tax.localhost:8470'], certificateHashes: ['hash-of-tax'], uses });
const passport = createTestAgency({ id: 'passport', origins: ['https://passport.gov.ir'], certificateHashes: ['hash-of-passport'] });
const registry = {
  issuer: 'https://registry.gov.ir',
  name,
  documents: [
    { ...identity, until: '2026-12-01T00:00:00Z' },
    { ...licence, from: '2026-12-01T00:00:00Z' },
  ],
};
const list = createTestTrustList({ issuers: [registry], agencies: [tax, passport] });
const at = new Date('2026-11-30T23:59:59Z');
const later = new Date('2026-12-01T00:00:00Z');

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
    expect([findIssuersOf(list, identity), findIssuersOf(list, { doctype: identity.vct })]).toEqual([[registry], []]);
  });

  it.each([
    ['a type that it is listed for', registry.issuer, identity, at, true],
    ['a type of the other format', registry.issuer, { doctype: identity.vct }, at, false],
    ['another type', registry.issuer, { vct: 'urn:daricheh:signing:1' }, at, false],
    ['a type whose entry has ended', registry.issuer, identity, later, false],
    ['a type whose entry has not begun', registry.issuer, licence, at, false],
    ['a type whose entry has just begun', registry.issuer, licence, later, true],
    ['that type in another’s name', 'https://other.gov.ir', identity, at, false],
  ])('says whether an issuer may issue %s', (_what, issuer, type, when, expected) => {
    expect(mayIssue(list, { issuer, type, at: when })).toBe(expected);
  });

  it.each([
    ['a claim that is registered', identity, ['given_name'], 'sign-in'],
    ['what lies below one', identity, ['address', 'locality'], 'sign-in'],
    ['any element below one', identity, ['address', null], 'sign-in'],
    ['a claim that is not', identity, ['family_name'], undefined],
    ['one that begins alike', identity, ['address_x'], undefined],
    ['the same claim of another type', licence, ['given_name'], undefined],
    ['an element of an mdoc', licence, ['org.iso.18013.5.1', 'document_number'], 'toll'],
  ])('B11: says whether an agency may ask for %s', (_what, type, claim, use) => {
    expect(mayAsk(list, { origin: 'http://tax.localhost:8470', type, claim })?.id).toBe(use);
    expect(mayAsk(list, { origin: 'https://passport.gov.ir', type, claim })).toBeUndefined();
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
