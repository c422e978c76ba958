import { fieldIds, isFieldId } from '@daricheh/shared/vocabulary';
import { type SynonymLanguage, synonyms } from '@daricheh/shared/vocabulary/synonyms';
import { type Concept, isDatum } from '../../extension/src/core/autofill/concept.ts';
import { fillerWords } from '../../extension/src/core/autofill/lexicon/filler-words.ts';
import { nameWords } from '../../extension/src/core/autofill/lexicon/name-words.ts';
import { otherWords } from '../../extension/src/core/autofill/lexicon/other-words.ts';
import { refusedWords } from '../../extension/src/core/autofill/lexicon/refused-words.ts';
import type { Random } from './random.ts';

/** The languages of drawn forms, each as often as citizens here meet it. */
export const drawnLanguages = [
  'fa',
  'fa',
  'fa',
  'fa',
  'en',
  'en',
  'en',
  'ar',
  'tr',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
] as const satisfies readonly SynonymLanguage[];
export type DrawnLanguage = (typeof drawnLanguages)[number];

/** What nearly every form asks. */
export const commonData: readonly Concept[] = (
  'given-name family-name name father-name bday birth-place sex nationality marital-status street-address address-level1 address-level2 postal-code country ' +
  'tel tel-home email national-id id-card-number passport-number tax-id social-security-number education-level organization-title organization iban ' +
  'bday-day bday-month bday-year'
)
  .split(' ')
  .filter(isFieldId);

const asked = (phrases: string | undefined): readonly string[] => (phrases ?? '').split('|').filter((phrase) => phrase !== '');

/** How forms of a language ask for a concept; empty where they do not. */
export function listPhrases(concept: Concept, language: DrawnLanguage): readonly string[] {
  if (isDatum(concept)) return asked((synonyms[language] as Readonly<Partial<Record<string, string>>>)[concept]);
  if (concept === 'other') return asked(otherWords[language]);
  return asked((refusedWords[language] as Readonly<Partial<Record<string, string>>> | undefined)?.[concept]);
}

/** What controls that ask for a concept are called. */
export function listNames(concept: Concept): readonly string[] {
  return asked(nameWords[concept]);
}

/** Words that mean nothing by themselves. */
export function listSmallWords(language: DrawnLanguage): readonly string[] {
  return asked(fillerWords[language]);
}

/** A datum that a form of the language may ask: mostly one of the common ones. */
export function drawDatum(random: Random, language: DrawnLanguage): Concept {
  const able = (random.chance(0.7) ? commonData : fieldIds).filter((id) => listPhrases(id, language).length > 0);
  return random.pick(able);
}

const syllables: Readonly<Record<'arabic' | 'latin' | 'cyrillic', readonly string[]>> = {
  arabic: 'را کا نو سیر مان تاب گل دور شن پار خوش ویژ لاس هون چک زم'.split(' '),
  latin: 'ra lo min tas ver pol gran dex fil mur sto ben kal wis nor pud'.split(' '),
  cyrillic: 'ра ло мин тас вер пол гран век фил мур сто бен кал нор'.split(' '),
};

/** A word that means nothing, in the letters of the language. */
export function drawUnknownWord(random: Random, language: DrawnLanguage): string {
  const script = language === 'fa' || language === 'ar' ? 'arabic' : language === 'ru' ? 'cyrillic' : 'latin';
  return Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables[script])).join('');
}
