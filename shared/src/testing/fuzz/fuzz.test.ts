import { describe, expect, it } from 'vitest';
import { hunt } from './hunt.ts';
import { createRandom } from './mutate.ts';
import { createFuzzTargets } from './targets.ts';

const rounds = 10_000;

describe(`C7: of ${rounds} inputs that were tampered with`, async () => {
  const targets = await createFuzzTargets();

  it.each(targets.map((target) => [target.name, target] as const))('%s takes the sound one', async (_name, { read, sound }) => {
    await expect((async () => read(sound))()).resolves.not.toThrow();
  });

  it.each(targets.map((target) => [target.name, target] as const))('%s takes none, and breaks at none', async (_name, target) => {
    expect(await hunt(target, rounds, createRandom(20_261_128))).toBeNull();
  });
});
