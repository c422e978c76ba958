import type { Concept } from '../concept.ts';
import { type Drafts, listNear } from './neighbours.ts';

const reach = 6;
const nearName = 2;
const nearDocument = 5;
const documentNumbers: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'id-card-number',
  'national-id',
  'passport-number',
  'drivers-license-number',
  'document-issue-date',
  'passport-issue-date',
]);
const inCardForm: Readonly<Partial<Record<Concept, Concept>>> = {
  name: 'cc-name',
  month: 'cc-exp-month',
  year: 'cc-exp-year',
  'document-expiry-date': 'cc-exp',
};

/**
 * Beside a card's number, a bare name is the holder's and a bare month or year the expiry's. Without any card on the page, an expiry date is a document's
 * where a document's number stands near, else unknown.
 */
export function settleCards(drafts: Drafts): void {
  const { list } = drafts;
  const numbers = new Set(list.filter(({ concept }) => concept === 'cc-number' || concept === 'cc-csc'));
  for (const [place, draft] of list.entries()) {
    if (numbers.size === 0) {
      if (draft.concept !== 'cc-exp') continue;
      const isDocument = listNear(drafts, place, nearDocument).some((other) => documentNumbers.has(other.concept));
      draft.concept = isDocument ? 'document-expiry-date' : 'other';
      continue;
    }
    const card = draft.concept === undefined ? undefined : inCardForm[draft.concept];
    const near = listNear(drafts, place, draft.concept === 'name' ? nearName : reach);
    if (!card || !near.some((other) => numbers.has(other))) continue;
    draft.concept = card;
    draft.context = 'card-form';
  }
}
