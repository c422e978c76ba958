import { describe, expect, it } from 'vitest';
import { type FieldId, fieldIds, foldForMatching } from '../index.ts';
import { type SynonymLanguage, synonyms } from './index.ts';

/** Asked by their whole, in captions and labels; and what no form asks in words. */
const unasked: ReadonlySet<FieldId> = new Set([
  'passport-issue-day',
  'passport-issue-month',
  'passport-issue-year',
  'passport-expiry-day',
  'passport-expiry-month',
  'passport-expiry-year',
  'country-name',
  'tel-national',
  'tel-local',
  'age-over-18',
  'photo',
]);
/** English forms ask for a name in Latin letters by asking for a name. */
const persianOnly: ReadonlySet<FieldId> = new Set(['given-name-latin', 'family-name-latin', 'name-latin', 'father-name-latin']);
/** Persian addresses have no third line, Persian names no suffix. */
const englishOnly: ReadonlySet<FieldId> = new Set(['address-line3', 'honorific-suffix']);

/** What nearly every form asks, in every language that citizens here bring along. */
const common =
  'given-name family-name name father-name mother-name bday birth-place sex nationality marital-status street-address address-house-number address-level1 address-level2 postal-code country tel email national-id id-card-number passport-number tax-id social-security-number education-level organization-title organization iban bank-name document-issue-date document-expiry-date'.split(
    ' ',
  );
/** Papers that only Iran issues are asked for in Persian and English. */
const iranian: ReadonlySet<FieldId> = new Set(
  fieldIds.filter((id) =>
    /^(birth-certificate-|property-|vehicle-plate-|economic-code|guild-code|workshop-code|veteran-status|org-role)/.test(id),
  ),
);

const languages = Object.keys(synonyms).filter((language): language is SynonymLanguage => Object.hasOwn(synonyms, language));
const letters = (phrase: string) => foldForMatching(phrase).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

describe('the words of forms', () => {
  it('are there in Persian and English for everything that forms ask', () => {
    const asked = fieldIds.filter((id) => !unasked.has(id));
    expect(asked.filter((id) => !englishOnly.has(id) && !Object.hasOwn(synonyms.fa, id))).toEqual([]);
    expect(asked.filter((id) => !persianOnly.has(id) && !Object.hasOwn(synonyms.en, id))).toEqual([]);
  });

  it.each(['ar', 'tr', 'de', 'fr', 'it', 'es', 'pt', 'ru', 'hi'] as const)('%s: the thirty commonest are there', (language) => {
    expect(common.filter((id) => !Object.hasOwn(synonyms[language], id))).toEqual([]);
  });

  it.each(['ar', 'tr'] as const)('%s: nine in ten of what is asked outside Iran too are there', (language) => {
    const asked = fieldIds.filter((id) => !unasked.has(id) && !persianOnly.has(id) && !englishOnly.has(id) && !iranian.has(id));
    const missing = asked.filter((id) => !Object.hasOwn(synonyms[language], id));
    expect(missing.length / asked.length).toBeLessThan(0.1);
  });

  it.each(languages)('%s: no phrase stands twice, and none for two data', (language) => {
    const phrases = Object.entries(synonyms[language]).flatMap(([id, text]) =>
      text.split('|').map((phrase) => ({ id, key: letters(phrase) })),
    );
    const first = new Map<string, string>();
    const repeated = phrases.filter(({ id, key }) => key === '' || (first.has(key) ? true : !first.set(key, id)));
    expect(repeated).toEqual([]);
  });
});
