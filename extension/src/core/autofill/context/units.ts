import type { Concept } from '../concept.ts';
import { splitWords } from '../words.ts';
import type { Drafts } from './neighbours.ts';

const words = (text: string): ReadonlySet<string | undefined> => new Set(text.split(' '));

/** The wallet holds centimetres and kilograms. */
const otherUnits: Readonly<Partial<Record<Concept, ReadonlySet<string | undefined>>>> = {
  height: words('in inch inches ft foot feet'),
  weight: words('lb lbs pound pounds st stone oz'),
};

/** A height in feet and inches, or a weight in pounds, by the word right after the box or the last one of its label, is not what the wallet would write. */
export function settleUnits({ list }: Drafts): void {
  for (const draft of list) {
    const units = draft.concept === undefined ? undefined : otherUnits[draft.concept];
    if (!units) continue;
    const { after, labels, cell } = draft.field;
    const ends = [...labels, cell].map((text) => splitWords(text).at(-1));
    if ([splitWords(after)[0], ...ends].some((word) => units.has(word))) draft.concept = 'other';
  }
}
