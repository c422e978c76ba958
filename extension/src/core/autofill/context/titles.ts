import type { Concept } from '../concept.ts';
import { type Drafts, listNear } from './neighbours.ts';

const reach = 3;
const names: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>([
  'name',
  'given-name',
  'family-name',
  'name-latin',
  'given-name-latin',
  'family-name-latin',
]);

/** “Title” is a person's beside their name; anywhere else it is a book's, a page's, a message's. */
export function settleTitles(drafts: Drafts): void {
  for (const draft of drafts.list) {
    if (draft.concept !== 'honorific-prefix') continue;
    const isPersons = listNear(drafts, draft.place, reach).some((other) => names.has(other.concept));
    const hasAnswers = draft.evidence.some((item) => item.signal === 'options' && item.concept === 'honorific-prefix');
    if (!isPersons && !hasAnswers) draft.concept = 'other';
  }
}
