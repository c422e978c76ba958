import type { Concept } from './concept.ts';
import type { Evidence, PageContext, SignalReader } from './evidence.ts';
import type { Person } from './lexicon/index.ts';
import { leastBelief } from './model/evidence-kinds.ts';
import { weigh } from './model/weigh.ts';
import { readAutocomplete } from './signals/autocomplete.ts';
import { readHeading } from './signals/heading.ts';
import { readLabel } from './signals/label.ts';
import { readLength } from './signals/length.ts';
import { readNames } from './signals/name.ts';
import { readOptions } from './signals/options.ts';
import { readPlaceholder } from './signals/placeholder.ts';
import { readSurroundings } from './signals/surroundings.ts';
import { isImpossible, readType } from './signals/type.ts';
import type { PageField } from './snapshot.ts';

/** What is thought of a field so far. The steps under `context/` change it by what stands around the field; the last change is the reason given. */
export type Draft = {
  readonly field: PageField;
  /** Its place in the frame's reading order. */
  readonly place: number;
  readonly evidence: readonly Evidence[];
  readonly scores: ReadonlyMap<Concept, number>;
  concept: Concept | undefined;
  /** What its neighbours added to what it says of itself. */
  context: ContextReason | undefined;
  person: Person | undefined;
  /** Of several such people, which one; counted from 1. */
  which: number;
};

/** Why the neighbours changed a field's meaning. */
export type ContextReason =
  | 'beside-other-name'
  | 'company-section'
  | 'date-parts'
  | 'address-lines'
  | 'phone-parts'
  | 'login-form'
  | 'card-form'
  | 'history'
  | 'list-row'
  | 'person-section'
  | 'earlier-step';

const signals: readonly SignalReader[] = [
  readAutocomplete,
  readLabel,
  readNames,
  readPlaceholder,
  readType,
  readOptions,
  readHeading,
  readSurroundings,
];

/** General questions that a more exact word beside them settles: a label «نام» on a control named `family`. */
export const refinements: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  name: [
    'given-name',
    'family-name',
    'father-name',
    'mother-name',
    'name-latin',
    'given-name-latin',
    'family-name-latin',
    'additional-name',
    'organization',
  ],
  'given-name': ['given-name-latin', 'father-name', 'mother-name'],
  'family-name': ['family-name-latin'],
  tel: ['tel-home', 'tel-country-code', 'tel-area-code', 'tel-local'],
  // “Confirm your address” on a control that is called an email.
  'street-address': ['address-line1', 'address-line2', 'address-line3', 'address-house-number', 'email'],
  bday: ['bday-day', 'bday-month', 'bday-year'],
  day: ['bday-day'],
  month: ['bday-month', 'cc-exp-month'],
  year: ['bday-year', 'cc-exp-year'],
  'document-expiry-date': ['passport-expiry-date', 'cc-exp'],
  email: ['username'],
  'cc-exp': ['cc-exp-month', 'cc-exp-year'],
  'document-issue-date': ['passport-issue-date'],
  'id-card-number': ['passport-number', 'national-id'],
};
const enoughToRefine = 1;

/** Reads all signals of one field and adds them up. */
export function draftField(field: PageField, place: number, page: PageContext): Draft {
  // Nobody answers a hidden input, and the words beside it belong to its neighbours.
  const asked = field.type === 'hidden' ? [] : signals;
  const said = asked.flatMap((read) => read(field, page)).filter((item) => !isImpossible(item.concept, field));
  const evidence = [
    ...said,
    ...readLength(
      field,
      said.map(({ concept }) => concept),
    ),
  ];
  const scores = sumScores(evidence);
  return { field, place, evidence, scores, concept: chooseConcept(scores), context: undefined, person: undefined, which: 1 };
}

function sumScores(evidence: readonly Evidence[]): Map<Concept, number> {
  const scores = new Map<Concept, number>();
  for (const { concept, kind, share } of evidence) scores.set(concept, (scores.get(concept) ?? 0) + share * weigh(kind, concept));
  return scores;
}

/** What the sums of evidence make of a field; undefined where none reaches what a datum must. */
export function chooseConcept(scores: ReadonlyMap<Concept, number>): Concept | undefined {
  const concept = findStrongest(scores.keys(), scores);
  if (concept === undefined) return undefined;
  const finer = findStrongest(refinements[concept] ?? [], scores);
  if (finer !== undefined && (scores.get(finer) ?? 0) >= enoughToRefine) return finer;
  return (scores.get(concept) ?? 0) >= leastBelief ? concept : undefined;
}

/** The concept with the highest sum, the first of several with the same. */
function findStrongest(concepts: Iterable<Concept>, scores: ReadonlyMap<Concept, number>): Concept | undefined {
  let strongest: Concept | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const concept of concepts) {
    const score = scores.get(concept) ?? 0;
    if (score <= highest) continue;
    strongest = concept;
    highest = score;
  }
  return strongest;
}
