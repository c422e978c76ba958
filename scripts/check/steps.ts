import type { Tally } from './tally.ts';

export type StepResult = Tally & {
  /** What the tool said; shown when something failed. */
  readonly output: string;
};

export type Step = {
  readonly name: string;
  /** Names of steps that must have ended, well or not, before this one starts. */
  readonly after?: readonly string[];
  /** How many of the machine's two cores it keeps busy. */
  readonly cores: 1 | 2;
  readonly run: () => Promise<StepResult>;
};

type Report = (step: Step, result: StepResult, seconds: number) => void;

const coresOfAll = 2;

/**
 * Runs every step, two at a time where each needs one core, in the order given as far as `after` allows. A step that
 * throws counts one failure.
 */
export async function runSteps(steps: readonly Step[], report: Report): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const ended = new Set<string>();
  const known = new Set(steps.map(({ name }) => name));
  const results: StepResult[] = [];
  const running = new Set<Promise<void>>();
  let busy = 0;

  const isReady = ({ after = [], cores }: Step): boolean =>
    busy + cores <= coresOfAll && after.every((name) => ended.has(name) || !known.has(name));
  const start = async (step: Step): Promise<void> => {
    busy += step.cores;
    const startedAt = performance.now();
    const result = await runStep(step);
    busy -= step.cores;
    ended.add(step.name);
    results.push(result);
    report(step, result, (performance.now() - startedAt) / 1000);
  };

  while (waiting.length > 0 || running.size > 0) {
    const index = waiting.findIndex(isReady);
    const [next] = index >= 0 ? waiting.splice(index, 1) : [];
    if (next) {
      const run: Promise<void> = start(next).finally(() => running.delete(run));
      running.add(run);
      continue;
    }
    if (running.size === 0) throw new Error(`These steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    await Promise.race(running);
  }
  return results;
}

async function runStep(step: Step): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: [], output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
