import { type Concept, isDatePart } from '../../extension/src/core/autofill/concept.ts';
import { draftField, refinements } from '../../extension/src/core/autofill/draft.ts';
import type { EvidenceKind } from '../../extension/src/core/autofill/model/evidence-kinds.ts';
import { findFamily } from '../../extension/src/core/autofill/model/families.ts';
import { createPageContext } from '../../extension/src/core/autofill/page-context.ts';
import type { DrawnForm } from './draw-form.ts';
import type { Style } from './styles.ts';
import type { DrawnLanguage } from './words.ts';

/** One thing that a field may be taken for: all that speaks for it, by kind, and whether that is right before the neighbours are asked. */
export type Candidate = {
  readonly concept: Concept;
  readonly family: string;
  readonly shares: ReadonlyMap<EvidenceKind, number>;
  readonly isRight: boolean;
};

/** A field with what it may be taken for; taking it for nothing is right where none of them is meant. */
export type Example = {
  readonly candidates: readonly Candidate[];
  readonly isNothing: boolean;
  readonly truth: Concept | undefined;
  readonly style: Style;
  readonly language: DrawnLanguage;
};

/** The fields of a form as examples. A field whose evidence never mentions the truth teaches nothing and is left out. */
export function readExamples(form: DrawnForm): Example[] {
  const page = createPageContext(form.snapshot);
  return form.snapshot.fields.flatMap((field, place) => {
    const truth = form.truths[place];
    const candidates = collectCandidates(draftField(field, place, page).evidence, truth);
    const isNothing = truth === undefined || truth === 'other';
    const isSilent = !isNothing && !candidates.some(({ isRight }) => isRight);
    return isSilent ? [] : [{ candidates, isNothing, truth, style: form.style, language: form.language }];
  });
}

function collectCandidates(evidence: ReturnType<typeof draftField>['evidence'], truth: Concept | undefined): Candidate[] {
  return [...Map.groupBy(evidence, ({ concept }) => concept)].map(([concept, items]) => {
    const shares = new Map<EvidenceKind, number>();
    for (const { kind, share } of items) shares.set(kind, (shares.get(kind) ?? 0) + share);
    return { concept, family: findFamily(concept), shares, isRight: isRightFor(concept, truth) };
  });
}

/** The truth itself, or the general question that the neighbours settle: a bare name, a day of some date. */
export function isRightFor(concept: Concept, truth: Concept | undefined): boolean {
  if (truth === undefined || truth === 'other') return concept === 'other';
  if (concept === truth || refinements[concept]?.includes(truth) === true) return true;
  return isDatePart(concept) && truth.endsWith(`-${concept}`);
}
