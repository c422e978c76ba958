import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryItems } from '../records/testing/memory-items.ts';
import { createRecords, type WalletRecords } from '../records/wallet-records.ts';
import { createHolderKey } from './holder-key.ts';
import type { StoredCredential } from './stored-credential.ts';
import { storeCredential } from './testing/stored.ts';
import { countUnused, foreseeCopy, takeCredential, takeFresh } from './usable-credentials.ts';

let records: WalletRecords;

/** A document of three copies that are shown once each. */
beforeEach(async () => {
  records = createRecords(createMemoryItems());
  const keys = await Promise.all([1, 2, 3].map(async () => (await createHolderKey(1)).key));
  const instances = keys.map(({ id }, index) => ({ credential: `copy ${index}`, keyId: id, usedAtMs: null }));
  await records.commit([
    ...keys.map((key) => records.keys.put(key)),
    records.credentials.put(storeCredential({ instances, isSingleUse: true })),
  ]);
});

async function countLeft(): Promise<number | null> {
  const stored = await records.credentials.find('c1');
  return stored ? countUnused(stored) : null;
}

describe('a document of single-use copies', () => {
  it('gives each copy once, and marks it before it is given', async () => {
    const first = await takeCredential(records, 'c1', 10);
    expect(first).toMatchObject({ credential: 'copy 0', format: 'dc+sd-jwt', isReused: false });
    expect(await countLeft()).toBe(2);
    expect((await takeCredential(records, 'c1', 11)).credential).toBe('copy 1');
  });

  it('gives no two callers the same, however they meet', async () => {
    const taken = await Promise.all([1, 2, 3].map((atMs) => takeCredential(records, 'c1', atMs)));
    expect(taken.map(({ credential }) => credential).sort()).toEqual(['copy 0', 'copy 1', 'copy 2']);
    expect(taken.some(({ isReused }) => isReused)).toBe(false);
  });

  it('after the last gives again what was shown longest ago, and says so', async () => {
    for (const atMs of [10, 11, 12]) await takeCredential(records, 'c1', atMs);
    expect(await countLeft()).toBe(0);
    expect(await takeCredential(records, 'c1', 13)).toMatchObject({ credential: 'copy 0', isReused: true });
  });

  it('asks for new copies before it gives one again', async () => {
    const refilled: string[] = [];
    const take = (refill: (id: string) => Promise<boolean>) => takeFresh({ records, refill, nowMs: () => 20 }, 'c1');
    for (const atMs of [10, 11, 12]) await takeCredential(records, 'c1', atMs);
    const renew = async (id: string) => {
      refilled.push(id);
      await records.credentials.revise(id, (found) => ({
        ...found,
        instances: found.instances.map((each) => ({ ...each, credential: `new ${each.credential}`, usedAtMs: null })),
      }));
      return true;
    };
    expect(await take(renew)).toMatchObject({ credential: 'new copy 0', isReused: false });
    expect(await take(renew)).toMatchObject({ credential: 'new copy 1', isReused: false });
    expect(refilled).toEqual(['c1']);
    await takeCredential(records, 'c1', 30);
    expect(await take(async () => false)).toMatchObject({ isReused: true });
  });

  it('foresees that a seen copy is shown again, and whether new ones are asked for first', async () => {
    const stored = async (renewal: StoredCredential['renewal']) => {
      const found = await records.credentials.find('c1');
      if (!found) throw new Error('the document is gone');
      return { ...found, renewal };
    };
    for (const atMs of [10, 11, 12]) {
      expect(foreseeCopy(await stored(null))).toBe('unseen');
      await takeCredential(records, 'c1', atMs);
    }
    expect(foreseeCopy(await stored(null))).toBe('seen');
    expect(foreseeCopy(await stored({ dueAtMs: 1, failed: null }))).toBe('asked-for');
  });

  it('gives nothing where its key is gone, or it is itself', async () => {
    const stored = await records.credentials.find('c1');
    await records.commit((stored?.instances ?? []).slice(0, 1).map(({ keyId }) => records.keys.remove(keyId)));
    await expect(takeCredential(records, 'c1', 1)).rejects.toMatchObject({ code: 'no_matching_credential' });
    await expect(takeCredential(records, 'none', 1)).rejects.toMatchObject({ code: 'no_matching_credential' });
  });
});

it('a document that is shown again and again has no count of copies', async () => {
  const { key } = await createHolderKey(1);
  const instances = [{ credential: 'the one', keyId: key.id, usedAtMs: null }];
  await records.commit([records.keys.put(key), records.credentials.put(storeCredential({ id: 'c2', instances }))]);
  await takeCredential(records, 'c2', 1);
  expect(await takeCredential(records, 'c2', 2)).toMatchObject({ credential: 'the one', isReused: false });
  expect(countUnused(storeCredential())).toBeNull();
});
