import { foldForMatching } from '@daricheh/shared/vocabulary';
import type { Concept } from '../concept.ts';
import type { Evidence } from '../evidence.ts';
import {
  bloodWords,
  countryWords,
  educationWords,
  femaleWords,
  maleWords,
  maritalWords,
  monthWords,
  provinceWords,
  titleWords,
} from '../lexicon/option-words.ts';
import type { EvidenceKind } from '../model/evidence-kinds.ts';
import type { PageField } from '../snapshot.ts';

/** What the answers offered give away about the question: months, days, years, sexes, countries, provinces. */
export function readOptions(field: PageField): Evidence[] {
  if (field.options.length < 2) return [];
  const texts = field.options.map((option) => foldForMatching(option.text)).filter((text) => text !== '');
  const found = kinds.find(({ test }) => test(texts));
  const last = field.options[field.options.length - 1]?.text ?? '';
  return found
    ? [{ concept: found.concept, kind: found.kind, share: 1, signal: 'options', words: `${texts.length} options, the last “${last}”` }]
    : [];
}

type Texts = readonly string[];
type Kind = { readonly concept: Concept; readonly kind: EvidenceKind; readonly test: (texts: Texts) => boolean };

/** A share of the options must be known words, and a few of them. */
function share(texts: Texts, known: ReadonlySet<string>, least: number): boolean {
  const hits = texts.filter((text) => known.has(text)).length;
  return hits >= 2 && hits >= Math.min(least, texts.length) && hits / texts.length >= 0.35;
}

/** Whole numbers that run through the interval, give or take a heading. */
function isRun(texts: Texts, low: number, high: number): boolean {
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return (
    numbers.length >= high - low && numbers.length >= texts.length - 2 && Math.min(...numbers) >= low - 1 && Math.max(...numbers) === high
  );
}

function isMonths(texts: Texts): boolean {
  if (texts.length < 11 || texts.length > 14) return false;
  const named = texts.filter((text) => text.split(/[\s\-–.()/]+/).some((word) => monthWords.has(word)));
  return named.length >= 10 || isRun(texts, 1, 12);
}

function isYears(texts: Texts): boolean {
  const years = texts.filter((text) => /^(1[2-4]|19|20)\d\d$/.test(text));
  return years.length >= 5 && years.length >= texts.length - 3;
}

function isBoth(texts: Texts): boolean {
  return texts.length <= 7 && texts.some((text) => maleWords.has(text)) && texts.some((text) => femaleWords.has(text));
}

function isTitles(texts: Texts): boolean {
  const plain = texts.map((text) => text.replace(/\.$/, ''));
  return plain.some((text) => text === 'mr' || text === 'herr' || text === 'monsieur') && share(plain, titleWords, 2);
}

const kinds: readonly Kind[] = [
  { concept: 'honorific-prefix', kind: 'options-title', test: isTitles },
  { concept: 'sex', kind: 'options-sex', test: isBoth },
  { concept: 'month', kind: 'options-month', test: isMonths },
  { concept: 'day', kind: 'options-day', test: (texts) => texts.length >= 29 && texts.length <= 34 && isRun(texts, 1, 31) },
  { concept: 'year', kind: 'options-year', test: isYears },
  { concept: 'marital-status', kind: 'options-marital', test: (texts) => texts.length <= 10 && share(texts, maritalWords, 2) },
  {
    concept: 'blood-type',
    kind: 'options-blood',
    test: (texts) =>
      share(
        texts.map((text) => text.replaceAll(' ', '')),
        bloodWords,
        4,
      ),
  },
  { concept: 'education-level', kind: 'options-education', test: (texts) => texts.length <= 18 && share(texts, educationWords, 3) },
  {
    concept: 'country',
    kind: 'options-country',
    test: (texts) => texts.length >= 15 && texts.filter((text) => countryWords.has(text)).length >= 5,
  },
  {
    concept: 'address-level1',
    kind: 'options-province',
    test: (texts) => texts.length >= 10 && texts.filter((text) => provinceWords.has(text)).length >= 5,
  },
];
