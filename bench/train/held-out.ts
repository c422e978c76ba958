import { isDatum } from '../../extension/src/core/autofill/concept.ts';
import { chooseConcept } from '../../extension/src/core/autofill/draft.ts';
import { beliefs, type Weights } from '../../extension/src/core/autofill/model/evidence-kinds.ts';
import { weigh } from '../../extension/src/core/autofill/model/weigh.ts';
import { type Example, isRightFor } from './examples.ts';
import { type FitOptions, fitOptions, fitWeights } from './fit.ts';

/** How well weights tell the data of examples: harmonic mean of precision and recall over the wallet's data. */
export function measureF1(examples: readonly Example[], weights: Weights): number {
  let hits = 0;
  let wrong = 0;
  let missed = 0;
  for (const { candidates, truth } of examples) {
    const scores = new Map(
      candidates.map(({ concept, shares }) => [
        concept,
        [...shares].reduce((sum, [kind, share]) => sum + share * weigh(kind, concept, weights), 0),
      ]),
    );
    const said = chooseConcept(scores);
    const isAsked = truth !== undefined && isDatum(truth);
    const isHit = isAsked && said !== undefined && isRightFor(said, truth);
    if (isHit) hits += 1;
    else {
      if (isAsked) missed += 1;
      if (said !== undefined && isDatum(said)) wrong += 1;
    }
  }
  return (2 * hits) / (2 * hits + wrong + missed || 1);
}

export const believed: Weights = { kinds: beliefs, families: {} };

/** One part, measured three ways. */
export type HeldOut = { readonly part: string; readonly seen: number; readonly heldOut: number; readonly unlearned: number };

/**
 * For each part (a markup style, a language): what is learned without it, measured on it, beside what is learned with it and what the beliefs alone reach. A
 * model that learned its examples by heart falls far where it has not seen the part.
 */
export function measureHeldOut(
  examples: readonly Example[],
  partOf: (example: Example) => string,
  options: FitOptions = fitOptions,
): HeldOut[] {
  const learned = fitWeights(examples, options);
  const parts = Map.groupBy(examples, partOf);
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, own]) => ({
      part,
      seen: measureF1(own, learned),
      heldOut: measureF1(
        own,
        fitWeights(
          examples.filter((example) => partOf(example) !== part),
          options,
        ),
      ),
      unlearned: measureF1(own, believed),
    }));
}
