import { describe, expect, it } from 'vitest';
import { readHoldings } from '../../core/credentials/read-holdings.ts';
import { createMemoryItems } from '../../core/records/testing/memory-items.ts';
import { createRecords } from '../../core/records/wallet-records.ts';
import { createFamilyHandlers } from './background.ts';

const own = { kind: 'extension', page: 'wallet.html', search: '', tabId: null } as const;

function open() {
  const records = createRecords(createMemoryItems());
  let count = 0;
  const handlers = createFamilyHandlers({ records, nowMs: () => 7, newId: () => `id${++count}` });
  const declare = (relation: 'father' | 'mother' | 'partner' | 'child', texts: Record<string, string>, id: string | null = null) =>
    handlers['family/declare']({ id, relation, texts }, own);
  const list = async () => (await handlers['family/list']({}, own)).map(({ id, relation, values }) => [id, relation, values['given-name']]);
  return { records, handlers, declare, list };
}

describe('the family in the wallet', () => {
  it('is listed by relation, the oldest child first, and each member is changed and taken back alone', async () => {
    const { handlers, declare, list } = open();
    await declare('child', { 'given-name': 'نوا', bday: '2019-03-21' });
    await declare('child', { 'given-name': 'آوا', bday: '2015-01-01' });
    await declare('mother', { 'given-name': 'مریم' });
    await declare('child', { 'given-name': 'نوید', bday: '2019-03-21' }, 'id1');
    expect(await list()).toEqual([
      ['id3', 'mother', 'مریم'],
      ['id2', 'child', 'آوا'],
      ['id1', 'child', 'نوید'],
    ]);
    await handlers['family/remove']({ id: 'id2' }, own);
    expect((await list()).map(([id]) => id)).toEqual(['id3', 'id1']);
  });

  it('takes no second mother, no id of the citizen’s own, and no change of who is gone; nothing is then kept', async () => {
    const { records, declare, list } = open();
    await records.commit([records.facts.put({ datum: 'national-id', value: '9990014043', declaredAtMs: 1 })]);
    await declare('mother', { 'given-name': 'مریم' });
    const before = await list();
    await expect(declare('mother', { 'given-name': 'زهرا' })).rejects.toMatchObject({ code: 'family_relation_taken' });
    await expect(declare('child', { 'given-name': 'نوا', 'national-id': '۹۹۹۰۰۱۴۰۴۳' })).rejects.toMatchObject({ code: 'family_id_taken' });
    await expect(declare('child', { 'given-name': 'نوا' }, 'gone')).rejects.toMatchObject({ code: 'vault_conflict' });
    expect(await list()).toEqual(before);
  });

  it('is none of what the citizen presents, signs or is asked about themselves', async () => {
    const { records, declare } = open();
    await declare('father', { 'given-name': 'رضا', 'national-id': '9990000018' });
    expect(await readHoldings(records, 7)).toEqual([]);
  });
});
