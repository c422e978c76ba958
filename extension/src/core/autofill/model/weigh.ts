import type { Concept } from '../concept.ts';
import { beliefs, type EvidenceKind, type Weights } from './evidence-kinds.ts';
import { findFamily } from './families.ts';
import { weights } from './weights.ts';

/** How much one piece of evidence of this kind weighs for a concept, where all of its words speak for it. */
export function weigh(kind: EvidenceKind, concept: Concept, learned: Weights = weights): number {
  return (learned.kinds[kind] ?? beliefs[kind]) + (learned.families[`${findFamily(concept)}/${kind}`] ?? 0);
}
