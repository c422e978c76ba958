import type { Draft } from '../draft.ts';
import { type Drafts, groupByForm } from './neighbours.ts';

/**
 * A bare «نام», “Name” or “Nom” beside a family name is the given name; beside a given name alone it is the family name; else it is the whole name. Forms of
 * the same person are looked at together.
 */
export function settleNames(drafts: Drafts): void {
  for (const group of groupByForm(drafts)) {
    for (const draft of group) {
      if (draft.concept !== 'name' || isWholeNamed(draft)) continue;
      const near = group.filter((other) => Math.abs(other.place - draft.place) <= reach);
      const has = (concept: string) => near.some((other) => other !== draft && other.concept === concept);
      if (has('family-name') && !has('given-name')) settle(draft, 'given-name');
      else if (has('given-name') && !has('family-name')) settle(draft, 'family-name');
    }
  }
}

const reach = 8;

function settle(draft: Draft, concept: 'given-name' | 'family-name'): void {
  draft.concept = concept;
  draft.context = 'beside-other-name';
}

/** True where the words say that the whole name is meant. */
function isWholeNamed(draft: Draft): boolean {
  return draft.evidence.some(
    (item) => item.concept === 'name' && item.signal === 'label' && /full|complete|surname|کامل|خانوادگی|soyad|vollst/i.test(item.words),
  );
}
