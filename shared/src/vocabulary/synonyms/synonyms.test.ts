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

const languages = Object.keys(synonyms).filter((language): language is SynonymLanguage => Object.hasOwn(synonyms, language));
const letters = (phrase: string) => foldForMatching(phrase).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

describe('the words of forms', () => {
  it('are there in Persian and English for everything that forms ask', () => {
    const asked = fieldIds.filter((id) => !unasked.has(id));
    expect(asked.filter((id) => !englishOnly.has(id) && !Object.hasOwn(synonyms.fa, id))).toEqual([]);
    expect(asked.filter((id) => !persianOnly.has(id) && !Object.hasOwn(synonyms.en, id))).toEqual([]);
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
