import type { Concept } from '../concept.ts';
import type { Drafts } from './neighbours.ts';

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
export function settleCards({ list }: Drafts): void {
  const numbers = list.flatMap((draft, place) => (draft.concept === 'cc-number' || draft.concept === 'cc-csc' ? [place] : []));
  for (const [place, draft] of list.entries()) {
    if (numbers.length === 0) {
      if (draft.concept !== 'cc-exp') continue;
      const isDocument = list.some((other, at) => Math.abs(at - place) <= nearDocument && documentNumbers.has(other.concept));
      draft.concept = isDocument ? 'document-expiry-date' : 'other';
      continue;
    }
    const card = draft.concept === undefined ? undefined : inCardForm[draft.concept];
    const distance = Math.min(...numbers.map((number) => Math.abs(number - place)));
    if (!card || distance > (draft.concept === 'name' ? nearName : reach)) continue;
    draft.concept = card;
    draft.context = 'card-form';
  }
}
