import type { FieldId } from '@daricheh/shared/vocabulary';

/** What a control asks for that the wallet never gives. */
export const refusedConcepts = [
  'username',
  'password',
  'one-time-code',
  'captcha',
  'cc-name',
  'cc-number',
  'cc-exp',
  'cc-exp-month',
  'cc-exp-year',
  'cc-csc',
  'cc-type',
] as const;
export type RefusedConcept = (typeof refusedConcepts)[number];

/** Parts of some date: which date is said by what stands around them. */
export type DatePart = 'day' | 'month' | 'year';

/** What words of a form can mean: a datum, something refused, a part of a date, or a question that the wallet has no answer to. */
export type Concept = FieldId | RefusedConcept | DatePart | 'other';

const refused: ReadonlySet<string> = new Set(refusedConcepts);

/** True for logins, captchas and payment cards. */
export function isRefused(concept: Concept): concept is RefusedConcept {
  return refused.has(concept);
}

/** True for a day, month or year of a date not yet known. */
export function isDatePart(concept: Concept): concept is DatePart {
  return concept === 'day' || concept === 'month' || concept === 'year';
}

/** True for data of the vocabulary. */
export function isDatum(concept: Concept): concept is FieldId {
  return concept !== 'other' && !isRefused(concept) && !isDatePart(concept);
}
