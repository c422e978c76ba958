import { AppError } from '../../errors/index.ts';
import type { Step } from './step.ts';

/** Runs the steps one after the other; returns their names once all of them held. What one throws names the rule and the step. */
export async function runSteps<Context>(steps: readonly Step<Context>[], context: Context): Promise<string[]> {
  for (const step of steps) await underStep(step, () => step.check(context));
  return steps.map(({ name }) => name);
}

/** Runs `check` so that what it throws names the rule and the step. */
export async function underStep<Result>(
  { rule, name }: { rule: string; name: string },
  check: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await check();
  } catch (cause) {
    if (cause instanceof AppError) throw new AppError(cause.code, { ...cause.facts, rule, step: name }, { cause });
    throw cause;
  }
}
