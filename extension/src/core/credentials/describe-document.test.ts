import { describe, expect, it } from 'vitest';
import { describeDocument, isUsable, judgeDocument } from './describe-document.ts';
import { storeCredential } from './testing/stored.ts';

const now = Date.UTC(2026, 10, 23);
const stored = storeCredential({ id: 'a', receivedAtMs: 5 });

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
    expect(describeDocument(stored, claims, now)).toEqual({
      id: 'a',
      vct: 'urn:daricheh:identity:1',
      issuer: stored.issuer,
      receivedAtMs: 5,
      expiresAtMs: now + 60_000,
      state: 'valid',
      checkedAtMs: null,
      name: { fa: 'شیرین', en: 'شیرین' },
      portrait: 'data:image/png;base64,AAAA',
      claims: [
        { datum: 'given-name', label: { fa: 'نام', en: 'Given name' }, value: 'شیرین' },
        { datum: 'sex', label: { fa: 'جنسیت', en: 'Sex' }, value: 'female' },
        { datum: 'postal-code', label: { fa: 'کد پستی', en: 'Postcode' }, value: '1234567890' },
      ],
      isFictitious: true,
    });
  });

  it('shows what a document of an unknown type holds under its own names', () => {
    const library = { ...stored, vct: 'urn:example:library-card:1' };
    const claims = { iss: 'https://library.example', vct: library.vct, card_number: '7', cnf: { jwk: {} } };
    expect(describeDocument(library, claims, now).claims).toEqual([
      { datum: null, label: { fa: 'card_number', en: 'card_number' }, value: '7' },
    ]);
  });

  it.each(['https://tracker.example/p.png', 'data:text/html;base64,AAAA', 'data:image/png;base64,"onerror="x'])(
    'A26: never shows %s as a picture',
    (portrait) => {
      expect(describeDocument(stored, { portrait }, now).portrait).toBeNull();
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
