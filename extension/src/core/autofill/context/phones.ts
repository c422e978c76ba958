import type { Concept } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { Drafts } from './neighbours.ts';

const phones: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['tel', 'tel-home', 'tel-local', 'tel-area-code']);
const longestCode = 5;

/** Of the boxes and lists of telephone numbers, says which part of a number each takes. */
export function settlePhones(drafts: Drafts): void {
  settleParts(drafts);
  settleCountries(drafts);
  settleTooShort(drafts);
}

/** A list of countries that calls itself one of a phone chooses the code before the number. */
function settleCountries({ list }: Drafts): void {
  for (const draft of list) {
    if (draft.concept !== 'country' || !phoneName.test(`${draft.field.name} ${draft.field.id}`)) continue;
    draft.concept = 'tel-country-code';
    draft.context = 'phone-parts';
  }
}

const phoneName = /phone|mobile|(?<![a-z])tel(?![a-z])|(?<![a-z])cell(?![a-z])|dial/i;
const shortestNumber = 6;

/** A box that has no room for a number, with none beside it that takes the rest, asks for something about phones. */
function settleTooShort({ list }: Drafts): void {
  const isTooShort = ({ field }: Draft) => field.maxLength > 0 && field.maxLength < shortestNumber;
  const lone = list.filter(
    (draft, place) =>
      wholeNumbers.has(draft.concept) &&
      isTooShort(draft) &&
      ![list[place - 1], list[place + 1]].some((other) => phones.has(other?.concept)),
  );
  for (const draft of lone) draft.concept = 'other';
}

const wholeNumbers: ReadonlySet<Concept | undefined> = new Set<Concept | undefined>(['tel', 'tel-home']);

/** Two boxes side by side for one number: the short one takes the area code, the other the rest. */
function settleParts({ list }: Drafts): void {
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
