import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weights } from '../../extension/src/core/autofill/model/weights.ts';
import { drawExamples } from './draw-examples.ts';
import { fitOptions, fitWeights } from './fit.ts';
import { believed, measureF1, measureHeldOut } from './held-out.ts';
import { hashInputs } from './inputs.ts';

const few = { ...fitOptions, rounds: 30 };

describe('the weights of evidence', () => {
  it('were made from what stands in the repository now; if not, npm run train makes them anew', () => {
    expect(weights.inputs).toBe(hashInputs());
  });

  it('are small', () => {
    expect(statSync(join(import.meta.dirname, '../../extension/src/core/autofill/model/weights.ts')).size).toBeLessThan(20_000);
  });

  it('come out the same from the same seed, and otherwise from another', () => {
    const learn = (seed: number) => fitWeights(drawExamples(60, seed), few);
    expect(learn(1)).toEqual(learn(1));
    expect(learn(2)).not.toEqual(learn(1));
  });

  it('tell unseen forms apart better than the beliefs they began with', () => {
    const unseen = drawExamples(300, 404);
    expect(measureF1(unseen, weights)).toBeGreaterThan(measureF1(unseen, believed));
  });

  it('hold for a way of writing forms that was never seen', () => {
    const far = measureHeldOut(drawExamples(150, 3), ({ style }) => style, few).filter(({ seen, heldOut }) => seen - heldOut > 0.1);
    expect(far).toEqual([]);
  });
});
