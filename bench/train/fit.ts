import { beliefs, type EvidenceKind, leastBelief, type Weights } from '../../extension/src/core/autofill/model/evidence-kinds.ts';
import type { Candidate, Example } from './examples.ts';

export type FitOptions = {
  /** How much a kind's weight resists being moved from what its designer believes; a family's share resists `familyPull` times that. */
  readonly pull: number;
  readonly familyPull: number;
  readonly rounds: number;
};

export const fitOptions: FitOptions = { pull: 0.002, familyPull: 4, rounds: 150 };

/**
 * The weights under which the examples are likeliest, among those near the beliefs (a softmax over what a field may be taken for, nothing included; Gaussian
 * priors; Adam over all examples at once). No chance is involved: the same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[], options: FitOptions = fitOptions): Weights {
  const model = new Model(examples);
  for (let round = 1; round <= options.rounds; round += 1) model.step(round, options);
  return model.read();
}

const rate = 0.03;

/** Moves away from the beliefs, by name: `kind`, `family/kind`. What must be reached stays: it is the unit of all weights. */
class Model {
  readonly #examples: readonly Example[];
  readonly #moves = new Map<string, { value: number; first: number; second: number }>();

  constructor(examples: readonly Example[]) {
    this.#examples = examples;
  }

  step(round: number, { pull, familyPull }: FitOptions): void {
    const slopes = this.#sumSlopes();
    for (const [key, slope] of slopes) {
      const move = this.#moves.get(key) ?? { value: 0, first: 0, second: 0 };
      const full = slope / this.#examples.length + move.value * pull * (key.includes('/') ? familyPull : 1);
      move.first = 0.9 * move.first + 0.1 * full;
      move.second = 0.99 * move.second + 0.01 * full * full;
      const step = move.first / (1 - 0.9 ** round) / (Math.sqrt(move.second / (1 - 0.99 ** round)) + 1e-8);
      move.value -= rate * step;
      this.#moves.set(key, move);
    }
  }

  read(): Weights {
    const all = [...this.#moves].sort(([a], [b]) => (a < b ? -1 : 1));
    const kinds = all.filter(([key]) => !key.includes('/'));
    const families = all.filter(([key, { value }]) => key.includes('/') && Math.abs(value) >= 0.01);
    return {
      kinds: Object.fromEntries(kinds.map(([key, { value }]) => [key, round(beliefs[key as EvidenceKind] + value)])),
      families: Object.fromEntries(families.map(([key, { value }]) => [key, round(value)])),
    };
  }

  #move(key: string): number {
    return this.#moves.get(key)?.value ?? 0;
  }

  #score({ family, shares }: Candidate): number {
    let sum = 0;
    for (const [kind, share] of shares) sum += share * (beliefs[kind] + this.#move(kind) + this.#move(`${family}/${kind}`));
    return sum;
  }

  /** The slope of the loss (minus the logarithm of the probability of what is right) by each move. */
  #sumSlopes(): Map<string, number> {
    const slopes = new Map<string, number>();
    const add = (key: string, amount: number) => slopes.set(key, (slopes.get(key) ?? 0) + amount);
    for (const { candidates, isNothing } of this.#examples) {
      const scores = [leastBelief, ...candidates.map((candidate) => this.#score(candidate))];
      const isRight = [isNothing, ...candidates.map((candidate) => candidate.isRight)];
      const { given, wanted } = shareOut(scores, isRight);
      for (const [place, { family, shares }] of candidates.entries()) {
        const excess = (given[place + 1] ?? 0) - (wanted[place + 1] ?? 0);
        for (const [kind, share] of shares) {
          add(kind, excess * share);
          add(`${family}/${kind}`, excess * share);
        }
      }
    }
    return slopes;
  }
}

/** The probabilities that the model gives, and those it would give if it knew that one of the right ones is meant. */
function shareOut(scores: readonly number[], isRight: readonly boolean[]): { readonly given: number[]; readonly wanted: number[] } {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const right = powers.reduce((sum, power, place) => sum + (isRight[place] ? power : 0), 0);
  return {
    given: powers.map((power) => power / total),
    wanted: powers.map((power, place) => (isRight[place] ? power / right : 0)),
  };
}

/** Three decimals: what lies below is not known, and may differ between machines. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
