import { type FieldKind, getField } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum, isRefused } from '../concept.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceKind } from '../model/evidence-kinds.ts';
import type { PageField } from '../snapshot.ts';

type Meanings = Readonly<Record<string, readonly [Concept, EvidenceKind]>>;

const types: Meanings = {
  email: ['email', 'type-email'],
  tel: ['tel', 'type-tel'],
  url: ['url', 'type-url'],
  password: ['password', 'type-password'],
  search: ['other', 'type-search'],
  color: ['other', 'type-search'],
  month: ['other', 'type-month'],
  week: ['other', 'type-week'],
  time: ['other', 'type-time'],
  'datetime-local': ['other', 'type-date-time'],
};
const modes: Meanings = {
  email: ['email', 'mode-email'],
  tel: ['tel', 'mode-tel'],
  url: ['url', 'mode-url'],
  search: ['other', 'mode-search'],
  decimal: ['other', 'mode-decimal'],
};

/** What the control's type and input mode suggest; types are often chosen for the keyboard alone (`tel` for any digits). */
export function readType(field: PageField): Evidence[] {
  const found: Evidence[] = [];
  const add = (entry: readonly [Concept, EvidenceKind] | undefined, words: string) => {
    if (entry) found.push({ concept: entry[0], kind: entry[1], share: 1, signal: 'type', words });
  };
  if (field.control === 'text') add(types[field.type], `type=${field.type}`);
  if (field.type !== field.inputMode) add(modes[field.inputMode], `inputmode=${field.inputMode}`);
  if (field.control === 'checkbox') add(['other', 'checkbox'], 'checkbox');
  if (field.control === 'editable') add(['other', 'contenteditable'], 'contenteditable');
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
