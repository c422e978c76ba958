import { type FieldKind, getField } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum, isRefused } from '../concept.ts';
import type { Evidence } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';

type Weights = Readonly<Record<string, readonly [Concept, number]>>;

const typeWeights: Weights = {
  email: ['email', 2.6],
  tel: ['tel', 1],
  url: ['url', 1.6],
  password: ['password', 12],
  search: ['other', 9],
  color: ['other', 9],
  month: ['other', 1.5],
  week: ['other', 3],
  time: ['other', 6],
  'datetime-local': ['other', 4],
};
const modeWeights: Weights = { email: ['email', 1.6], tel: ['tel', 0.8], url: ['url', 1], search: ['other', 2], decimal: ['other', 1.5] };

/** What the control's type and input mode suggest; types are often chosen for the keyboard alone (`tel` for any digits). */
export function readType(field: PageField): Evidence[] {
  const found: Evidence[] = [];
  const add = (entry: readonly [Concept, number] | undefined, words: string) => {
    if (entry) found.push({ concept: entry[0], weight: entry[1], signal: 'type', words });
  };
  if (field.control === 'text') add(typeWeights[field.type], `type=${field.type}`);
  if (field.type !== field.inputMode) add(modeWeights[field.inputMode], `inputmode=${field.inputMode}`);
  if (field.control === 'checkbox') add(['other', 2], 'checkbox');
  if (field.control === 'editable') add(['other', 1.5], 'contenteditable');
  return found;
}

/** True for what a control of this kind cannot take, or what nobody asks for in this way. */
export function isImpossible(concept: Concept, field: PageField): boolean {
  const kind = isDatum(concept) ? getField(concept).kind : undefined;
  if (field.type === 'date') return kind !== 'date' && concept !== 'other' && concept !== 'cc-exp';
  if (field.type === 'email') return kind !== 'email' && concept !== 'username';
  if (field.type === 'number') return kind !== undefined && (notNumbers.has(kind) || wordConcepts.has(concept));
  if (field.type === 'textarea') return kind !== undefined && (notLong.has(kind) || shortConcepts.has(concept));
  if (field.control === 'select') return isTyped(concept, kind);
  if (field.control === 'radio' || field.control === 'checkbox') return !isChosen(concept, kind);
  return false;
}

/** What is written letter by letter: nobody offers everybody's names or numbers to choose from. */
function isTyped(concept: Concept, kind: FieldKind | undefined): boolean {
  if (concept === 'username') return true;
  return kind !== undefined && (typedKinds.has(kind) || typedConcepts.has(concept)) && !partOfDate.test(concept);
}

function isChosen(concept: Concept, kind: FieldKind | undefined): boolean {
  if (concept === 'other' || concept === 'cc-type') return true;
  return !isRefused(concept) && kind !== undefined && (chosenKinds.has(kind) || choiceConcepts.has(concept));
}

const kinds = (...names: FieldKind[]): ReadonlySet<FieldKind> => new Set(names);
const notNumbers = kinds('email', 'date', 'choice', 'country', 'address', 'image', 'boolean');
const notLong = kinds('choice', 'country', 'phone', 'email', 'integer', 'boolean', 'image');
const typedKinds = kinds('email', 'phone', 'iban', 'date', 'address');
const chosenKinds = kinds('choice', 'boolean', 'country');
const partOfDate = /-(day|month|year)$/;

const concepts = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const wordConcepts = concepts(
  'given-name family-name name father-name mother-name address-level1 organization organization-title birth-place religion',
);
const shortConcepts = concepts(
  'given-name family-name name honorific-prefix bday-day bday-month bday-year language height url father-name',
);
const typedConcepts = concepts(
  'given-name family-name name national-id father-name mother-name passport-number postal-code birth-certificate-number id-card-number',
);
const choiceConcepts = concepts('honorific-prefix religion language eye-color');
