import { describe, expect, it } from 'vitest';
import {
  addTestMandates,
  answerTestForm,
  createTestIssuer,
  createTestMandate,
  describeTestForm,
  sha256,
  testChildIds,
  testTime,
} from '../testing/index.ts';
import {
  buildManifest,
  buildWithdrawal,
  checkActsForSelf,
  compareManifests,
  formDefinition,
  hashMandate,
  hashView,
  isMandateInForce,
  type Manifest,
  readMandateClaims,
  renderView,
  type SignedMandate,
} from './index.ts';

const definition = addTestMandates(describeTestForm('https://tax.example'));
const mandate: SignedMandate = {
  relation: 'parent',
  principal: { nationalId: testChildIds.elder, name: 'مینا نمونه' },
  ...{ issuer: 'https://registry.example', vct: 'urn:daricheh:mandate:1', hash: `${'l'.repeat(42)}A` },
};
const parts = {
  ...{ definition, formHash: 'h', origin: 'https://tax.example', nonce: 'n', salt: 's', createdAt: new Date('2026-11-23T20:45:00Z') },
  answers: answerTestForm(definition, { 'national-id': testChildIds.elder }),
};
const build = (locale: 'fa' | 'en', changes: Partial<SignedMandate> = {}): Manifest =>
  buildManifest({ ...parts, locale, mandate: { ...mandate, ...changes } });

describe('a form that takes mandates', () => {
  it('is one whose required field says by national id whom it is about', () => {
    expect(formDefinition.safeParse(definition).success).toBe(true);
  });

  const [named, ...others] = definition.fields;
  it.each([
    ['a field that it does not have', { mandates: { relations: ['parent'], principal: 'nobody' } }],
    ['a field of something else', { mandates: { relations: ['parent'], principal: 'income' } }],
    ['a field that may stay empty', { fields: [{ ...named, required: false }, ...others] }],
    ['no relation', { mandates: { relations: [], principal: 'national-id' } }],
    ['one relation twice', { mandates: { relations: ['parent', 'parent'], principal: 'national-id' } }],
    ['a relation that nobody issues', { mandates: { relations: ['friend'], principal: 'national-id' } }],
    [
      'signers',
      {
        signers: [
          { id: 'a', label: definition.title, field: 'national-id' },
          { id: 'b', label: definition.title },
        ],
      },
    ],
  ])('is refused with %s', (_what, change) => {
    expect(formDefinition.safeParse({ ...definition, ...change }).success).toBe(false);
  });
});

describe('a manifest under a mandate', () => {
  it('names whom it is signed for, also where it takes something back', () => {
    expect(build('fa').mandate).toEqual(mandate);
    const withdraws = { caseNumber: 'TAX-1', manifestHash: 'A'.repeat(43) };
    expect(buildWithdrawal({ ...parts, locale: 'fa', mandate, withdraws }).mandate).toEqual(mandate);
  });

  it.each([
    ['mandate_not_accepted', { definition: describeTestForm('https://tax.example') }, {}],
    ['mandate_relation_refused', {}, { relation: 'attorney' as const }],
    ['mandate_wrong_principal', {}, { principal: { ...mandate.principal, nationalId: testChildIds.younger } }],
  ])('is not made: %s', (code, change, changes) => {
    const make = () => buildManifest({ ...parts, ...change, locale: 'fa', mandate: { ...mandate, ...changes } });
    expect(make).toThrow(expect.objectContaining({ code }));
  });

  it('is needed where the form is about somebody else than who signs, and nowhere else', () => {
    const check = (terms: typeof definition, told: Pick<Manifest, 'answers' | 'mandate'>) => () =>
      checkActsForSelf(terms, told, '9990000015');
    expect(check(definition, { answers: parts.answers })).toThrow(expect.objectContaining({ code: 'mandate_required' }));
    expect(check(definition, { answers: parts.answers, mandate })).not.toThrow();
    expect(check(definition, { answers: answerTestForm(definition) })).not.toThrow();
    expect(check(describeTestForm('https://tax.example'), { answers: parts.answers })).not.toThrow();
  });

  it('is shown with for whom and as what, right behind who gets it', async () => {
    const shown = (['fa', 'en'] as const).map((locale) => renderView(build(locale)).sections[1]);
    expect(shown).toEqual([
      {
        ...{ id: 'mandate', heading: 'امضا به نمایندگی از دیگری' },
        lines: [
          { label: 'از طرف', value: 'مینا نمونه', direction: 'auto' },
          { label: 'کد ملی او', value: '۹۹۹۰۰۰۰۰۳۱', direction: 'ltr' },
          {
            ...{ label: 'به عنوان', value: 'پدر یا مادر او', direction: 'auto' },
            note: 'بنا بر گواهی نمایندگی از https://registry.example، SHA-256: 9659659659659659…',
          },
        ],
      },
      {
        ...{ id: 'mandate', heading: 'Signed on behalf of another' },
        lines: [
          { label: 'On behalf of', value: 'مینا نمونه', direction: 'auto' },
          { label: 'Their national ID', value: '9990000031', direction: 'ltr' },
          {
            ...{ label: 'As', value: 'Their parent', direction: 'auto' },
            note: 'By the mandate from https://registry.example, SHA-256: 9659659659659659…',
          },
        ],
      },
    ]);
    // Golden, as in `render-view.test.ts`.
    const hashes = await Promise.all([build('fa'), build('en')].map((each) => hashView(renderView(each), sha256)));
    expect(hashes).toEqual(['rmG2kEuVu9QtMskl2p-2HZhRIrFLUQcp3qdnkMDwQNo', '9U_3PmXjw8ahvBCQ4Cm6aeSkP5OEz9KDTfT-Zc1SWHI']);
  });

  it('says otherwise than an earlier one where the relation is another', () => {
    expect(compareManifests(build('fa'), build('fa', { relation: 'guardian' }), 'en')).toEqual([
      { label: 'As', direction: 'auto', before: 'Their parent', after: 'Their guardian' },
    ]);
  });
});

describe('the claims of a mandate', () => {
  it('are described for the manifest, by the hash of the copy as it was issued', async () => {
    const issuer = await createTestIssuer();
    const { credential, signed } = await createTestMandate(issuer, { at: testTime });
    const [jwt = ''] = credential.split('~');
    const { hash: _hash, ...said } = mandate;
    expect(signed).toEqual({ ...said, hash: await hashMandate(`${jwt}~other~`, sha256) });
  });

  const claims = {
    ...{ iss: 'https://registry.example', vct: 'urn:daricheh:mandate:1', national_id: '9990000015', relation: 'parent' },
    ...{ valid_from: '2026-01-01', valid_until: '2026-06-30', principal: { national_id: testChildIds.elder, given_name: 'مینا' } },
  };
  it('are read where somebody has one name alone', () => {
    expect(readMandateClaims(claims).principal).toEqual(claims.principal);
  });

  it.each([
    ['no name', { principal: { national_id: testChildIds.elder } }],
    ['no end', { valid_until: null }],
    ['an end that is no day', { valid_until: '2026-02-30' }],
    ['another type', { vct: 'urn:daricheh:identity:1' }],
    ['a relation that nobody knows', { relation: 'friend' }],
  ])('are refused with %s', (_what, change) => {
    expect(() => readMandateClaims({ ...claims, ...change })).toThrow(expect.objectContaining({ code: 'mandate_invalid' }));
  });

  it.each([
    ['2025-12-31T20:29:59Z', false],
    ['2025-12-31T20:30:00Z', true],
    ['2026-06-30T20:29:59Z', true],
    ['2026-06-30T20:30:00Z', false],
  ])('are in force at %s: %s, by Iran’s clock', (at, isInForce) => {
    expect(isMandateInForce(claims, new Date(at))).toBe(isInForce);
  });
});
