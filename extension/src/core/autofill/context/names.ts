import type { Draft } from '../draft.ts';
import { listLabels } from '../signals/label.ts';
import { type Drafts, groupByForm, listNear } from './neighbours.ts';

/**
 * A bare «نام», “Name” or “Nom” beside a family name is the given name; beside a given name alone it is the family name; else it is the whole name. Forms of
 * the same person are looked at together.
 */
export function settleNames(drafts: Drafts): void {
  for (const group of groupByForm(drafts)) {
    const members = new Set(group);
    for (const [index, draft] of group.entries()) {
      if (draft.concept !== 'name') continue;
      if (isWholeNamed(draft)) {
        if (isUnlabelledSurname(group[index + 1])) settle(draft, 'given-name');
        continue;
      }
      const near = listNear(drafts, draft.place, reach).filter((other) => members.has(other));
      const has = (concept: string) => near.some((other) => other !== draft && other.concept === concept);
      if (has('family-name') && !has('given-name')) settle(draft, 'given-name');
      else if (has('given-name') && (!has('family-name') || isFamilyWord(draft))) settle(draft, 'family-name');
    }
  }
}

const reach = 8;

function settle(draft: Draft, concept: 'given-name' | 'family-name'): void {
  draft.concept = concept;
  draft.context = 'beside-other-name';
}

/** «نام و نام خانوادگی» over two boxes: the second has no words of its own. */
function isUnlabelledSurname(next: Draft | undefined): boolean {
  return next?.concept === 'family-name' && listLabels(next.field).length === 0;
}

/** French says “nom” for the family's name, and “prénom” for the other. */
function isFamilyWord(draft: Draft): boolean {
  return draft.evidence.some(({ signal, words }) => signal === 'label' && /^\W*nom\W*$/i.test(words));
}

/** True where the words say that the whole name is meant. */
function isWholeNamed(draft: Draft): boolean {
  return draft.evidence.some(
    (item) => item.concept === 'name' && item.signal === 'label' && /full|complete|surname|کامل|خانوادگی|soyad|vollst/i.test(item.words),
  );
}
