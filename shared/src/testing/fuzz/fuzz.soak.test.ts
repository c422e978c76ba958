import { describe, expect, it } from 'vitest';
import { hunt } from './hunt.ts';
import { createRandom } from './mutate.ts';
import { createFuzzTargets } from './targets.ts';

const rounds = 1_000_000;

describe(`of ${rounds} inputs that were tampered with`, async () => {
  const targets = await createFuzzTargets();

  it.each(targets.map((target) => [target.name, target] as const))('%s takes none, and breaks at none', async (_name, target) => {
    expect(await hunt(target, rounds, createRandom(Date.now() | 1))).toBeNull();
  });
});
