import { AppError } from '../../errors/index.ts';
import type { Random } from './mutate.ts';
import type { FuzzTarget } from './targets.ts';

/** An input that a reader did not answer as it must, with what it did; `input` is there to be tried again. */
export type Finding = { readonly round: number; readonly input: string; readonly what: string };

/**
 * Feeds `rounds` changed inputs to the reader, and every beginning of the sound one. Resolves to the first input that was
 * accepted though somebody else made it, or that broke the reader otherwise than by an AppError; null when there was none.
 */
export async function hunt(target: FuzzTarget, rounds: number, random: Random): Promise<Finding | null> {
  const { sound, change } = target;
  for (let length = 0; length < sound.length; length++) {
    const what = await judge(target, sound.slice(0, length));
    if (what !== null) return { round: -1, input: sound.slice(0, length), what };
  }
  for (let round = 0; round < rounds; round++) {
    let input = change(sound, random);
    if (random(4) === 0) input = change(input === '' ? sound : input, random);
    const what = await judge(target, input);
    if (what !== null) return { round, input, what };
  }
  return null;
}

async function judge({ read, sound, isSealed }: FuzzTarget, input: string): Promise<string | null> {
  try {
    await read(input);
    return isSealed && input !== sound ? 'accepted' : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    return error instanceof Error ? `${error.name}: ${error.message}` : 'threw something else';
  }
}
