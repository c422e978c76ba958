import { describe, expect, it } from 'vitest';
import { findProvenance, type VouchingDocument } from './find-provenance.ts';
import { collectHoldings } from './holdings.ts';

const identity = 'urn:daricheh:identity:1';
const issuer = { fa: 'ثبت احوال', en: 'Civil registry' };

function hold(claims: VouchingDocument['claims'], receivedAtMs: number, expiresAtMs: number | null = null): VouchingDocument {
  return { vct: identity, claims, receivedAtMs, expiresAtMs, issuer };
}

function findAll(documents: readonly VouchingDocument[], facts: Parameters<typeof findProvenance>[1]['facts'] = []) {
  const held = { documents, facts };
  return new Map(collectHoldings(held).map((holding) => [`${holding.datum} ${holding.value}`, findProvenance(holding, held)]));
}

describe('where a value comes from', () => {
  it('is its document: type, claim, issuer, and the days from and to which it holds', () => {
    const found = findAll([hold({ given_name: 'شیرین', iat: 1_700_000_000 }, 5, 9)]);
    expect(found.get('given-name شیرین')).toEqual({
      kind: 'issued',
      vct: identity,
      claim: ['given_name'],
      issuer,
      issuedAtMs: 1_700_000_000_000,
      receivedAtMs: 5,
      expiresAtMs: 9,
    });
  });

  it('says nothing of days that the document does not state', () => {
    expect(findAll([hold({ given_name: 'شیرین' }, 5)]).get('given-name شیرین')).toMatchObject({ issuedAtMs: null, expiresAtMs: null });
  });

  it('is, of two documents of a type, the one that says this value', () => {
    const found = findAll([hold({ given_name: 'پیشین' }, 1), hold({ given_name: 'شیرین' }, 2)]);
    expect(found.get('given-name پیشین')).toMatchObject({ receivedAtMs: 1 });
    expect(found.get('given-name شیرین')).toMatchObject({ receivedAtMs: 2 });
  });

  it('of a joined name is the document that has its first part', () => {
    const found = findAll([
      hold({ given_name: 'پیشین', family_name: 'نیک‌نام' }, 2),
      hold({ given_name: 'شیرین', family_name: 'نیک‌نام' }, 3),
    ]);
    expect(found.get('name شیرین نیک‌نام')).toMatchObject({ claim: ['given_name'], receivedAtMs: 3 });
  });

  it('is the citizen’s own word, and its day, where no document says it', () => {
    const found = findAll([hold({ given_name: 'شیرین' }, 1)], [{ datum: 'iban', value: 'IR00', declaredAtMs: 7 }]);
    expect(found.get('iban IR00')).toEqual({ kind: 'declared', declaredAtMs: 7 });
  });

  it('is unknown where neither is held any longer', () => {
    const gone = { datum: 'iban', value: 'IR00', source: { kind: 'declared', datum: 'iban' } } as const;
    expect(findProvenance(gone, { documents: [], facts: [] })).toBeUndefined();
    const lost = { datum: 'given-name', value: 'شیرین', source: { kind: 'credential', vct: identity, claim: ['given_name'] } } as const;
    expect(
      findProvenance({ ...lost, source: { ...lost.source, claim: [...lost.source.claim] } }, { documents: [hold({}, 1)], facts: [] }),
    ).toBeUndefined();
  });
});
