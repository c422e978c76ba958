import { expect, it } from 'vitest';
import { createMemoryItems } from '../records/testing/memory-items.ts';
import { createRecords } from '../records/wallet-records.ts';
import { storeCredential } from './testing/stored.ts';

const version1 = {
  id: 'c1',
  vct: 'urn:daricheh:identity:1',
  issuer: { id: 'https://registry.example', name: { fa: 'ثبت', en: 'Registry' } },
  configurationId: 'identity',
  instances: [{ sdJwt: 'x', keyId: 'k1' }],
  receivedAtMs: 1,
  standing: { state: 'valid', checkedAtMs: 7 },
} as const;

async function keep(value: unknown) {
  const items = createMemoryItems();
  await items.commit([{ kind: 'put', table: 'credentials', id: 'c1', value }]);
  return { items, records: createRecords(items) };
}

it('A29: a document of version 1 opens, and is rewritten in version 2 when it changes', async () => {
  const { items, records } = await keep(version1);
  const migrated = storeCredential({ standing: version1.standing });
  expect(await records.credentials.list()).toEqual({ items: [migrated], damaged: [] });
  expect((await items.list('credentials')).items[0]?.value).toEqual(version1);
  await records.credentials.revise('c1', (found) => ({ ...found, receivedAtMs: 2 }));
  expect((await items.list('credentials')).items[0]?.value).toEqual({ ...migrated, receivedAtMs: 2 });
});

it.each([
  ['of neither version', { ...version1, instances: [] }],
  ['that mixes them', { ...version1, version: 2 }],
  ['of a later version', { ...storeCredential(), version: 3 }],
])('A21: a document %s is damaged, and is left as it is', async (_what, value) => {
  const { items, records } = await keep(value);
  expect(await records.credentials.list()).toEqual({ items: [], damaged: ['c1'] });
  expect((await items.list('credentials')).items[0]?.value).toEqual(value);
});
