import { expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';
import { createTrust } from './trust.ts';

it('a trust list that did not hold is looked at again', async () => {
  const { deps, clock } = await createTestApp();
  const trust = createTrust(deps);
  clock.now = new Date('2020-01-01T00:00:00Z');
  await expect(trust.readList()).rejects.toMatchObject({ code: 'trust_list_invalid' });
  clock.now = new Date('2026-11-23T09:00:00Z');
  expect((await trust.readList()).serial).toBe(1);
});
