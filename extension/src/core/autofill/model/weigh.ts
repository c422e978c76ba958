import type { Concept } from '../concept.ts';
import { beliefs, type EvidenceKind } from './evidence-kinds.ts';
import { findFamily } from './families.ts';
import { weights } from './weights.ts';

/** What was learned for a kind of evidence, and for a kind and a family of concepts. Absent: as believed. */
export type Weights = {
  readonly kinds: Readonly<Partial<Record<EvidenceKind, number>>>;
  /** By `family/kind`: what the family adds to the kind's own weight. */
  readonly families: Readonly<Record<string, number>>;
};

/** How much one piece of evidence of this kind weighs for a concept, where all of its words speak for it. */
export function weigh(kind: EvidenceKind, concept: Concept, learned: Weights = weights): number {
  return (learned.kinds[kind] ?? beliefs[kind]) + (learned.families[`${findFamily(concept)}/${kind}`] ?? 0);
}
