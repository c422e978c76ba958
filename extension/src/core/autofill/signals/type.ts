import type { Concept } from '../concept.ts';
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
  if (field.type === 'date') return !dateConcepts.has(concept);
  if (field.type === 'email') return concept !== 'email' && concept !== 'username';
  if (field.type === 'number') return wordConcepts.has(concept);
  if (field.type === 'textarea') return shortConcepts.has(concept);
  if (field.control === 'select') return typedConcepts.has(concept);
  if (field.control === 'radio' || field.control === 'checkbox') return !choiceConcepts.has(concept);
  return false;
}

const concepts = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const dateConcepts = concepts('bday document-issue-date document-expiry-date passport-issue-date passport-expiry-date other cc-exp');
const wordConcepts = concepts(
  'given-name family-name name father-name mother-name email bday sex marital-status country address-level1 organization organization-title birth-place nationality religion',
);
const shortConcepts = concepts(
  'given-name family-name name honorific-prefix bday-day bday-month bday-year sex language height education-level country url marital-status nationality father-name email tel',
);
const typedConcepts = concepts(
  'given-name family-name name email national-id father-name mother-name tel iban street-address passport-number bday postal-code birth-certificate-number username id-card-number tel-home',
);
const choiceConcepts = concepts(
  'sex marital-status nationality honorific-prefix education-level blood-type religion country other cc-type language eye-color age-over-18',
);
