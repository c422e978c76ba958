import type { Concept } from '../../extension/src/core/autofill/concept.ts';
import type { Random } from './random.ts';
import { type DrawnLanguage, drawDatum, listNames } from './words.ts';

type Naming = { readonly concept: Concept | undefined; readonly naming: number; readonly place: number; readonly language: DrawnLanguage };

/** The `name` and `id` of a control in one of the habits of authors: camel, snake, BEM, ASP.NET's prefixes, numbers, none. */
export function drawControlName(
  random: Random,
  { concept, naming, place, language }: Naming,
): { readonly name: string; readonly id: string } {
  const words = drawWords(random, concept, language);
  const name = words === undefined ? `field_${place + 1}` : (habits[naming] ?? habits[0])(words, place);
  const kind = random.below(4);
  if (kind === 0) return { name, id: '' };
  if (kind === 1) return { name: '', id: name };
  return kind === 2 ? { name, id: name } : { name, id: `f${place + 1}` };
}

/** Now and then a control is called after something else: the form was copied, the field was given a new meaning. */
function drawWords(random: Random, concept: Concept | undefined, language: DrawnLanguage): readonly string[] | undefined {
  const meant = random.chance(concept === undefined || concept === 'other' ? 0.25 : 0.05) ? drawDatum(random, language) : concept;
  const names = meant === undefined ? [] : listNames(meant);
  return names.length === 0 ? undefined : random.pickEarly(names).split(' ');
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

type Habit = (words: readonly string[], place: number) => string;
const snake: Habit = (words) => words.join('_');
const habits: readonly [Habit, ...Habit[]] = [
  snake,
  (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join(''),
  (words) => words.join('-'),
  (words) => `txt${words.map(capital).join('')}`,
  (words) => `form__field--${words.join('-')}`,
  (words) => words.join(''),
  (_words, place) => `cf_${1036 + place}`,
];
