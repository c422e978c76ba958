import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runSteps, type Step, type StepResult } from './steps.ts';
import { addTallies, describeTally, nothing } from './tally.ts';

const fine: StepResult = { passed: 1, failed: 0, skipped: [], output: '' };

/** Steps that note when they start and end. */
function createSteps(plan: readonly Omit<Step, 'run'>[]): { readonly steps: readonly Step[]; readonly events: string[] } {
  const events: string[] = [];
  const steps = plan.map((step) => ({
    ...step,
    run: async () => {
      events.push(`+${step.name}`);
      await wait(5);
      events.push(`-${step.name}`);
      return fine;
    },
  }));
  return { steps, events };
}

const quiet = (): undefined => undefined;

describe('the steps of a check', () => {
  it('run two at a time, and alone where one needs both cores', async () => {
    const { steps, events } = createSteps([
      { name: 'a', cores: 1 },
      { name: 'b', cores: 1 },
      { name: 'c', cores: 2 },
    ]);
    await runSteps(steps, quiet);
    expect(events).toEqual(['+a', '+b', '-a', '-b', '+c', '-c']);
  });

  it('wait for what they come after, unless it is not asked for', async () => {
    const { steps, events } = createSteps([
      { name: 'last', cores: 1, after: ['first', 'not chosen'] },
      { name: 'first', cores: 1 },
    ]);
    await runSteps(steps, quiet);
    expect(events).toEqual(['+first', '-first', '+last', '-last']);
  });

  it('count one failure for a step that breaks, and go on', async () => {
    const broken: Step = { name: 'broken', cores: 1, run: () => Promise.reject(new Error('no such tool')) };
    const results = await runSteps([broken, ...createSteps([{ name: 'next', cores: 1, after: ['broken'] }]).steps], quiet);
    expect(results).toEqual([{ passed: 0, failed: 1, skipped: [], output: expect.stringContaining('no such tool') }, fine]);
  });

  it('never end when they wait for each other: they say so instead', async () => {
    const { steps } = createSteps([
      { name: 'hen', cores: 1, after: ['egg'] },
      { name: 'egg', cores: 1, after: ['hen'] },
    ]);
    await expect(runSteps(steps, quiet)).rejects.toThrow('These steps wait for each other: hen, egg');
  });
});

describe('the line at the end', () => {
  it('sums what passed and failed, and how much was skipped', () => {
    const sum = addTallies([nothing, { passed: 3, failed: 0, skipped: [] }, { passed: 1, failed: 2, skipped: ['no Chromium'] }]);
    expect(describeTally(sum)).toBe('4 passed, 2 failed, 1 skipped');
    expect(describeTally(nothing)).toBe('0 passed, 0 failed');
  });
});
