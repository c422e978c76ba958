import { createTestAgency, createTestTrustList } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { describeSite, isSiteUsable } from './describe-site.ts';

const name = { fa: 'مالیات', en: 'Tax' };
const list = createTestTrustList({
  agencies: [createTestAgency({ id: 'tax', name, origins: ['http://tax.localhost:8470'], level: 2 })],
  issuers: [
    { issuer: 'http://tax.localhost:8470', name, documents: [{ vct: 'urn:daricheh:tax-number:1' }, { doctype: 'example.tax' }] },
    { issuer: 'http://other.localhost:8470', name, documents: [{ vct: 'urn:daricheh:diploma:1' }] },
  ],
});
const agency = { id: 'tax', name };

describe('describeSite', () => {
  it('A13: is not seen where the browser tells no address', () => {
    expect(describeSite(undefined, list, ['https://tax.example'])).toEqual({ kind: 'unseen' });
  });

  it.each(['not an address', 'about:blank', 'file:///etc/passwd', 'data:text/html,x', 'chrome://settings'])('A13: %s is no site', (url) => {
    expect(describeSite(url, list, [])).toEqual({ kind: 'none' });
  });

  it('knows a registered site by its exact origin', () => {
    const origin = 'http://tax.localhost:8470';
    expect(describeSite(`${origin}/form?x=1`, list, [origin])).toEqual({
      kind: 'registered',
      origin,
      agency,
      level: 2,
      issues: ['urn:daricheh:tax-number:1', 'example.tax'],
      isEnabled: true,
    });
  });

  it.each([
    ['http://tax-gov.localhost:8470', 'extra-word'],
    ['http://tax.localhost:8471', 'port'],
  ])('A14: %s is a look-alike, even where it was switched on', (origin, reason) => {
    expect(describeSite(origin, list, [origin])).toEqual({
      kind: 'look-alike',
      origin,
      agency,
      genuine: 'http://tax.localhost:8470',
      reason,
    });
    expect(isSiteUsable(origin, list, [origin])).toBe(false);
  });

  it('A13: a plain http site that the list does not name is insecure', () => {
    expect(describeSite('http://shop.test/', list, ['http://shop.test'])).toEqual({ kind: 'insecure', origin: 'http://shop.test' });
    expect(isSiteUsable('http://shop.test', list, ['http://shop.test'])).toBe(false);
  });

  it('any other is unknown, and usable once it is switched on', () => {
    expect(describeSite('https://shop.test/', null, [])).toEqual({ kind: 'unknown', origin: 'https://shop.test', isEnabled: false });
    expect(isSiteUsable('https://shop.test', list, ['https://shop.test'])).toBe(true);
    expect(isSiteUsable('https://shop.test:444', list, ['https://shop.test'])).toBe(false);
  });
});
