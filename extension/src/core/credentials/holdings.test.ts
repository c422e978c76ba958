import { describe, expect, it } from 'vitest';
import { collectHoldings } from './holdings.ts';

const issued = (claim: string[]) => ({ kind: 'credential', vct: 'urn:daricheh:identity:1', claim });

describe('collectHoldings', () => {
  it('takes issued values by their claim and declared ones by their datum', () => {
    const identityClaims = {
      given_name: 'شیرین',
      address: { postal_code: '1234567890' },
      age_over_18: true,
      portrait: 'data:image/jpeg;base64,AA',
    };
    expect(collectHoldings({ identityClaims, facts: [{ datum: 'iban', value: 'IR00', declaredAtMs: 1 }] })).toEqual([
      { datum: 'given-name', value: 'شیرین', source: issued(['given_name']) },
      { datum: 'name', value: 'شیرین', source: issued(['given_name']) },
      { datum: 'age-over-18', value: 'true', source: issued(['age_over_18']) },
      { datum: 'postal-code', value: '1234567890', source: issued(['address', 'postal_code']) },
      { datum: 'iban', value: 'IR00', source: { kind: 'declared', datum: 'iban' } },
    ]);
  });

  it('puts what was issued before what was declared', () => {
    const facts = [{ datum: 'email', value: 'new@example.org', declaredAtMs: 1 }];
    const held = collectHoldings({ identityClaims: { email: 'old@example.org' }, facts });
    expect(held.map((holding) => [holding.value, holding.source.kind])).toEqual([
      ['old@example.org', 'credential'],
      ['new@example.org', 'declared'],
    ]);
  });

  it('joins a full name from its parts', () => {
    const held = collectHoldings({ identityClaims: { given_name: 'شیرین', family_name: 'نیک‌نام' }, facts: [] });
    expect(held.find((holding) => holding.datum === 'name')?.value).toBe('شیرین نیک‌نام');
  });

  it('holds nothing without documents and facts', () => {
    expect(collectHoldings({ identityClaims: null, facts: [] })).toEqual([]);
  });
});
