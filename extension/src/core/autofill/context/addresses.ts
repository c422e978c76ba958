import type { Draft } from '../draft.ts';
import type { Drafts } from './neighbours.ts';

/** A second box for the address right after the first is its second line; a third is the third. */
export function settleAddressLines({ list }: Drafts): void {
  for (let place = 1; place < list.length; place += 1) {
    const draft = list[place];
    const before = list[place - 1];
    if (!draft || !before || draft.person !== before.person || draft.field.form !== before.field.form) continue;
    const line = nextLine(before, draft);
    if (line) {
      draft.concept = line;
      draft.context = 'address-lines';
    }
  }
}

const isFirstLine = (draft: Draft) => draft.concept === 'street-address' || draft.concept === 'address-line1';

function nextLine(before: Draft, draft: Draft): 'address-line2' | 'address-line3' | undefined {
  if (draft.field.control !== 'text' || draft.field.type === 'textarea') return undefined;
  if (isFirstLine(before) && (isFirstLine(draft) || isNameless(draft, before))) return 'address-line2';
  if (before.concept === 'address-line2' && (isFirstLine(draft) || isNameless(draft, before))) return 'address-line3';
  return undefined;
}

/** A box without a label of its own, whose name is like the one before it. */
function isNameless(draft: Draft, before: Draft): boolean {
  if (draft.concept !== undefined && draft.concept !== 'address-line2' && draft.concept !== 'address-line3') return false;
  const { labels, aria, cell, placeholder, before: lines, name } = draft.field;
  if (labels.length > 0 || aria !== '' || cell !== '' || placeholder !== '' || lines.length > 0) return false;
  return name !== '' && name.replace(/\d/g, '') === before.field.name.replace(/\d/g, '');
}
