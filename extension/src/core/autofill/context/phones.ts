import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { Drafts } from './neighbours.ts';

const phones: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['tel', 'tel-home', 'tel-local', 'tel-area-code']);
const longestCode = 5;

/** Two boxes side by side for one number: the short one takes the area code, the other the rest. */
export function settlePhones({ list }: Drafts): void {
  for (let place = 1; place < list.length; place += 1) {
    const before = list[place - 1];
    const draft = list[place];
    if (!before || !draft || !phones.has(before.concept) || !isContinued(before, draft)) continue;
    before.concept = 'tel-area-code';
    draft.concept = 'tel-local';
    before.context = 'phone-parts';
    draft.context = 'phone-parts';
  }
}

/** The second box has no label of its own. */
function isContinued(before: Draft, draft: Draft): boolean {
  const { maxLength, name } = before.field;
  const isShort = (maxLength > 0 && maxLength <= longestCode) || /kod|code|area|prefix/i.test(name);
  const hasOwnLabel = draft.field.labels.length > 0 || draft.field.before.length > 0 || draft.field.placeholder !== '';
  return isShort && !hasOwnLabel && (phones.has(draft.concept) || draft.concept === undefined);
}
