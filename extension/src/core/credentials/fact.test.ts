import { describe, expect, it } from 'vitest';
import { declareFact, listDeclarable } from './fact.ts';

describe('declareFact', () => {
  it.each([
    ['iban', 'ir58 0540 1051 8002 1273 1130 07', 'IR580540105180021273113007'],
    ['national-id', '۹۹۹۰۰۰۰۰۱۸', '9990000018'],
    ['bday', '۱۳۶۴/۰۷/۰۵', '1985-09-27'],
    ['sex', 'female', 'female'],
    ['organization-title', '  آموزگار ', 'آموزگار'],
  ])('keeps %s in its normal form', (datum, text, value) => {
    expect(declareFact(datum, text, 7)).toEqual({ datum, value, declaredAtMs: 7 });
  });

  it.each([
    ['iban', 'IR000'],
    ['national-id', '1234567890'],
    ['sex', 'unknown'],
    ['email', 'nobody'],
    ['organization-title', '  '],
    ['organization-title', 'x'.repeat(501)],
    ['photo', 'data:image/png;base64,AA'],
    ['name', 'computed'],
    ['no-such-datum', 'x'],
  ])('does not keep %s as %.30s', (datum, text) => {
    expect(() => declareFact(datum, text, 7)).toThrow(expect.objectContaining({ code: 'fact_invalid' }));
  });
});

describe('listDeclarable', () => {
  it('offers what agencies do not certify, and not what is computed', () => {
    expect(listDeclarable()).toContain('iban');
    expect(listDeclarable()).not.toContain('name');
  });
});
