import type { JsonObject } from '@daricheh/shared/credential';
import { describe, expect, it } from 'vitest';
import { collectHoldings } from './holdings.ts';

const identity = 'urn:daricheh:identity:1';
const issued = (claim: string[], vct = identity) => ({ kind: 'credential', vct, claim });
const held = (claims: JsonObject, vct = identity, receivedAtMs = 1) => ({ vct, claims, receivedAtMs });

describe('collectHoldings', () => {
  it('takes issued values by their claim and declared ones by their datum', () => {
    const claims = {
      given_name: 'شیرین',
      address: { postal_code: '1234567890' },
      age_over_18: true,
      portrait: 'data:image/jpeg;base64,AA',
    };
    expect(collectHoldings({ documents: [held(claims)], facts: [{ datum: 'iban', value: 'IR00', declaredAtMs: 1 }] })).toEqual([
      { datum: 'given-name', value: 'شیرین', source: issued(['given_name']) },
      { datum: 'name', value: 'شیرین', source: issued(['given_name']) },
      { datum: 'age-over-18', value: 'true', source: issued(['age_over_18']) },
      { datum: 'postal-code', value: '1234567890', source: issued(['address', 'postal_code']) },
      { datum: 'iban', value: 'IR00', source: { kind: 'declared', datum: 'iban' } },
    ]);
  });

  it('puts what was issued before what was declared', () => {
    const facts = [{ datum: 'email', value: 'new@example.org', declaredAtMs: 1 }];
    const both = collectHoldings({ documents: [held({ email: 'old@example.org' })], facts });
    expect(both.map((holding) => [holding.value, holding.source.kind])).toEqual([
      ['old@example.org', 'credential'],
      ['new@example.org', 'declared'],
    ]);
  });

  it('joins a full name from its parts', () => {
    const all = collectHoldings({ documents: [held({ given_name: 'شیرین', family_name: 'نیک‌نام' })], facts: [] });
    expect(all.find((holding) => holding.datum === 'name')?.value).toBe('شیرین نیک‌نام');
  });

  it('holds nothing without documents and facts', () => {
    expect(collectHoldings({ documents: [], facts: [] })).toEqual([]);
  });

  it('takes each datum from the document drawn from its own record, and lists what others say of it after', () => {
    const residence = 'urn:daricheh:residence:1';
    const documents = [
      held({ given_name: 'شیرین', address: { postal_code: '1111111111' } }, identity, 9),
      held({ given_name: 'شيرين', address: { postal_code: '2222222222' } }, residence, 1),
      held({ document_number: '98-7' }, 'urn:daricheh:driving-licence:1'),
    ];
    const values = collectHoldings({ documents, facts: [] }).filter(({ datum }) => datum !== 'name');
    expect(values).toEqual([
      { datum: 'given-name', value: 'شیرین', source: issued(['given_name']) },
      { datum: 'given-name', value: 'شيرين', source: issued(['given_name'], residence) },
      { datum: 'postal-code', value: '2222222222', source: issued(['address', 'postal_code'], residence) },
      { datum: 'postal-code', value: '1111111111', source: issued(['address', 'postal_code']) },
      { datum: 'drivers-license-number', value: '98-7', source: issued(['document_number'], 'urn:daricheh:driving-licence:1') },
    ]);
  });

  it('keeps two vehicles apart: the newest first, and nothing that it lacks', () => {
    const registration = 'urn:daricheh:vehicle-registration:1';
    const documents = [
      held({ vehicle: { plate: 'old', color: 'blue' } }, registration, 1),
      held({ vehicle: { plate: 'new' } }, registration, 2),
    ];
    const values = collectHoldings({ documents, facts: [] }).map(({ datum, value }) => [datum, value]);
    expect(values).toEqual([
      ['vehicle-plate', 'new'],
      ['vehicle-plate', 'old'],
    ]);
  });

  it('lists a value once that several documents state', () => {
    const documents = [held({ national_id: '9990000018' }), held({ national_id: '9990000018' }, 'urn:daricheh:diploma:1', 5)];
    expect(collectHoldings({ documents, facts: [] })).toEqual([
      { datum: 'national-id', value: '9990000018', source: issued(['national_id']) },
    ]);
  });
});
