import { documentTypes } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { Release } from '../consent/release.ts';
import { describeDocument, isUsable, judgeDocument } from './describe-document.ts';
import { storeCredential } from './testing/stored.ts';

const now = Date.UTC(2026, 10, 23);
const stored = storeCredential({ id: 'a', receivedAtMs: 5 });

/** A row of the ledger: one name of a document of this type was shown. */
function releaseOf(vct: string, atMs: number): Release {
  const source = { kind: 'credential', vct, claim: ['given_name'] } as const;
  const item = { datum: 'given-name', label: { fa: 'نام', en: 'Given name' }, source: { ...source, claim: [...source.claim] } };
  const receiver = { origin: 'https://tax.example', agency: null };
  return { id: `r${atMs}`, kind: 'presentation', atMs, receiver, purpose: null, items: [item], outcome: 'sent' };
}

describe('describeDocument', () => {
  it('shows the claims in the order of its type, the picture and the name apart', () => {
    const claims = {
      exp: now / 1000 + 60,
      sex: 'female',
      given_name: 'شیرین',
      portrait: 'data:image/png;base64,AAAA',
      address: { postal_code: '1234567890' },
      fictitious: true,
    };
    expect(describeDocument(stored, { claims, releases: [] }, now)).toEqual({
      id: 'a',
      vct: 'urn:daricheh:identity:1',
      issuerName: null,
      look: documentTypes.identity.colors,
      issuer: stored.issuer,
      receivedAtMs: 5,
      renewedAtMs: null,
      expiresAtMs: now + 60_000,
      state: 'valid',
      checkedAtMs: null,
      checkFailedAtMs: null,
      news: null,
      copies: null,
      renewsItself: false,
      isRenewalDue: true,
      title: [],
      shown: [],
      name: { fa: 'شیرین', en: 'شیرین' },
      portrait: 'data:image/png;base64,AAAA',
      actsFor: null,
      claims: [
        { datum: 'given-name', label: { fa: 'نام', en: 'Given name' }, value: 'شیرین' },
        { datum: 'sex', label: { fa: 'جنسیت', en: 'Sex' }, value: 'female' },
        { datum: 'postal-code', label: { fa: 'کد پستی', en: 'Postcode' }, value: '1234567890' },
      ],
      isFictitious: true,
    });
  });

  it.each([
    ['in 29 days', 29, null, true],
    ['in 31 days', 31, null, false],
    ['yesterday', -1, null, false],
    ['in 29 days, and renews itself', 29, { dueAtMs: 1, failed: null }, false],
  ])('says whether the citizen should renew what ends %s', (_when, days, renewal, isRenewalDue) => {
    const claims = { exp: now / 1000 + days * 86_400 };
    expect(describeDocument({ ...stored, renewal }, { claims, releases: [] }, now).isRenewalDue).toBe(isRenewalDue);
  });

  it('shows what a document of an unknown type holds under its own names', () => {
    const library = { ...stored, vct: 'urn:example:library-card:1' };
    const claims = { iss: 'https://library.example', vct: library.vct, card_number: '7', cnf: { jwk: {} } };
    expect(describeDocument(library, { claims, releases: [] }, now).claims).toEqual([
      { datum: null, label: { fa: 'card_number', en: 'card_number' }, value: '7' },
    ]);
  });

  it('calls what the vocabulary lacks as its issuer calls it', () => {
    const label = { fa: 'شماره', en: 'Number' };
    const display = { name: null, backgroundColor: null, textColor: null, claims: [{ path: ['card_number'], label }] };
    const library = { ...stored, vct: 'urn:example:library-card:1', display };
    expect(describeDocument(library, { claims: { card_number: '7' }, releases: [] }, now).claims[0]?.label).toEqual(label);
  });

  it('titles a card by what its type is told by', () => {
    const car = { ...stored, vct: documentTypes['vehicle-registration'].vct };
    const claims = { vehicle: { plate: '12B345-67', make: 'Peykan' }, given_name: 'شیرین' };
    const { title, name } = describeDocument(car, { claims, releases: [] }, now);
    expect(title.map(({ datum, value }) => [datum, value])).toEqual([
      ['vehicle-plate', '12B345-67'],
      ['vehicle-make', 'Peykan'],
    ]);
    expect(name?.fa).toBe('شیرین');
  });

  it('counts its copies, and says why new ones did not come', () => {
    const instances = [null, 3].map((usedAtMs, index) => ({ credential: `c${index}`, keyId: `k${index}`, usedAtMs }));
    const failing = {
      ...stored,
      instances,
      isSingleUse: true,
      reusedAtMs: 4,
      renewal: { dueAtMs: 9, failed: { atMs: 5, code: 'unavailable' } },
    };
    const { copies, renewsItself } = describeDocument(failing, { claims: {}, releases: [] }, now);
    expect(copies).toEqual({ unused: 1, total: 2, reusedAtMs: 4, failure: 'unavailable' });
    expect(renewsItself).toBe(true);
  });

  it('has news until they are seen', () => {
    const stopped = { reason: 'revoked', atMs: 7, isSeen: false } as const;
    const newsOf = (isSeen: boolean) =>
      describeDocument({ ...stored, stopped: { ...stopped, isSeen } }, { claims: {}, releases: [] }, now).news;
    expect([newsOf(false), newsOf(true)]).toEqual([{ reason: 'revoked', atMs: 7 }, null]);
  });

  it('names where documents of its type were shown, newest first', () => {
    const releases = [1, 2].map((atMs) => releaseOf(stored.vct, atMs));
    const { shown } = describeDocument(stored, { claims: {}, releases: [...releases, releaseOf('urn:other:1', 3)] }, now);
    expect(shown).toEqual([2, 1].map((atMs) => ({ atMs, origin: 'https://tax.example', agency: null })));
  });

  it.each(['https://tracker.example/p.png', 'data:text/html;base64,AAAA', 'data:image/png;base64,"onerror="x'])(
    'A26: never shows %s as a picture',
    (portrait) => {
      expect(describeDocument(stored, { claims: { portrait }, releases: [] }, now).portrait).toBeNull();
    },
  );
});

describe('judgeDocument', () => {
  const about = { expiresAtMs: now + 1, hasStatus: true };
  const standing = (state: 'valid' | 'revoked' | 'suspended') => ({ standing: { state, checkedAtMs: 1 } });

  it('goes by the last status and by its dates', () => {
    expect(judgeDocument({ standing: null }, about, now)).toBe('unchecked');
    expect(judgeDocument(standing('revoked'), about, now)).toBe('revoked');
    expect(judgeDocument(standing('valid'), about, now + 1)).toBe('expired');
    expect(judgeDocument({ standing: null }, { expiresAtMs: null, hasStatus: false }, now)).toBe('valid');
  });

  it('lets nothing be shown that does not count', () => {
    expect((['valid', 'unchecked', 'expired', 'revoked', 'suspended'] as const).map(isUsable)).toEqual([true, true, false, false, false]);
  });
});
