import { expect, it } from 'vitest';
import { repeat } from './repeat.ts';

it('what is repeated runs at once and again, one run after another, until it is stopped', async () => {
  const runs: string[] = [];
  const thrice = Promise.withResolvers<void>();
  const repeated = repeat(async () => {
    runs.push('begin');
    await Promise.resolve();
    runs.push('end');
    if (runs.length === 6) thrice.resolve();
  }, 1);
  await thrice.promise;
  await repeated.stop();
  const count = runs.length;
  expect(runs).toEqual(Array.from({ length: count }, (_unused, index) => (index % 2 === 0 ? 'begin' : 'end')));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(runs).toHaveLength(count);
});

it('what is repeated is waited for when it is stopped, and told so', async () => {
  const [begun, released] = [Promise.withResolvers<AbortSignal>(), Promise.withResolvers<void>()];
  let hasEnded = false;
  const repeated = repeat(async (signal) => {
    begun.resolve(signal);
    await released.promise;
    hasEnded = true;
  }, 60_000);
  const signal = await begun.promise;
  const stopped = repeated.stop().then(() => hasEnded);
  expect(signal.aborted).toBe(true);
  released.resolve();
  expect(await stopped).toBe(true);
});
