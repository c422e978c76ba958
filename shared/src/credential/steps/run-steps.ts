import { AppError } from '../../errors/index.ts';
import type { Step } from './step.ts';

/**
 * The names of the steps, once every rule of the list holds, in its order. Waits only for steps that take time.
 * @throws AppError of the first that does not hold, with the `rule` and the `step` in its facts; what is no refusal is thrown as it is
 */
export async function runSteps<Context>(steps: readonly Step<Context>[], context: Context): Promise<readonly string[]> {
  for (const step of steps) {
    try {
      const pending = step.check(context);
      if (pending instanceof Promise) await pending;
    } catch (cause) {
      throw nameStep(step, cause);
    }
  }
  return steps.map(({ name }) => name);
}

/** A step of another list keeps its name: the innermost is the one that an auditor looks for. */
function nameStep({ rule, name }: { rule: string; name: string }, cause: unknown): unknown {
  if (!(cause instanceof AppError)) return cause;
  return new AppError(cause.code, { rule, step: name, ...cause.facts }, { cause });
}
