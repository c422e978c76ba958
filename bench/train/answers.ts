import { getField } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum } from '../../extension/src/core/autofill/concept.ts';
import {
  countryWords,
  educationWords,
  maritalWords,
  monthWords,
  provinceWords,
} from '../../extension/src/core/autofill/lexicon/option-words.ts';
import type { Random } from './random.ts';

/** The answers that a form offers to this question, where it offers any; undefined where it is written by hand. */
export function listAnswers(random: Random, concept: Concept): readonly string[] | undefined {
  if (!isDatum(concept)) return concept === 'other' && random.chance(0.3) ? drawStrangers(random) : undefined;
  const known = sets[concept];
  if (known !== undefined) return random.chance(0.6) ? known() : undefined;
  const { choices } = getField(concept);
  if (choices === undefined || random.chance(0.3)) return undefined;
  return Object.values(choices).map(({ fa, en }) => (random.chance(0.5) ? fa : en));
}

const upTo = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_unused, index) => String(from + index));

const sets: Readonly<Partial<Record<Concept, () => readonly string[]>>> = {
  sex: () => ['مرد', 'زن'],
  'marital-status': () => [...maritalWords].slice(0, 4),
  'education-level': () => [...educationWords].slice(0, 6),
  country: () => [...countryWords].slice(0, 40),
  nationality: () => [...countryWords].slice(0, 40),
  'address-level1': () => [...provinceWords].slice(0, 31),
  'bday-day': () => upTo(1, 31),
  'bday-month': () => [...monthWords].slice(0, 12),
  'bday-year': () => upTo(1320, 1400),
};

function drawStrangers(random: Random): readonly string[] {
  return Array.from({ length: 3 + random.below(5) }, (_unused, index) => `گزینه ${index + 1}`);
}
