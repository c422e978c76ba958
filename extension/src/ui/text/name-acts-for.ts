import type { MandateRelation } from '@daricheh/shared/vocabulary';
import { writeDatum } from '../components/datum-value.tsx';
import { showControls } from '../components/value-text.tsx';
import type { Text } from './translate.ts';

/** As what somebody acts for another, in the reader's words. */
export function nameRelation(relation: MandateRelation, { language }: Pick<Text, 'language'>): string {
  return writeDatum('mandate-relation', relation, language);
}

/** For whom and as what, as the texts want it said. */
export function nameActsFor(
  { name, relation }: { readonly name: string; readonly relation: MandateRelation },
  text: Pick<Text, 'language'>,
): { readonly name: string; readonly relation: string } {
  return { name: showControls(name), relation: nameRelation(relation, text) };
}
