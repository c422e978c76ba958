import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createDexieStore } from './dexie-store.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const item = (id: string, revision: number, table = 'cases') => ({ table, id, revision, iv: bytes(1), ciphertext: bytes(2, revision) });
const put = (id: string, revision: number) =>
  ({ kind: 'put', item: item(id, revision), replaces: revision === 1 ? null : revision - 1 }) as const;

const open: { close(): void }[] = [];
function openStore(name: string) {
  const store = createDexieStore(name);
  open.push(store);
  return store;
}
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

describe('the Dexie store', () => {
  it('gives back what was committed, table by table', async () => {
    const store = openStore('a');
    await store.commit([put('1', 1), put('2', 1), { kind: 'put', item: item('1', 1, 'facts'), replaces: null }]);
    expect(await store.readTable('cases')).toEqual([item('1', 1), item('2', 1)]);
    expect(await store.readItems('facts', ['2', '1'])).toEqual([item('1', 1, 'facts')]);
  });

  it('keeps the header', async () => {
    const store = openStore('b');
    expect(await store.readHeader()).toBeUndefined();
    await store.commit([{ kind: 'header', stored: { revision: 1, header: { a: 1 } }, replaces: null }]);
    expect(await store.readHeader()).toEqual({ revision: 1, header: { a: 1 } });
  });

  it('F7: refuses a write over a revision that is no longer there', async () => {
    const [first, second] = [openStore('c'), openStore('c')];
    await first.commit([put('1', 1)]);
    await first.commit([put('1', 2)]);
    await expect(second.commit([put('1', 2)])).rejects.toMatchObject({ code: 'vault_conflict' });
    expect(await second.readItems('cases', ['1'])).toEqual([item('1', 2)]);
  });

  it('F5: makes all changes or none', async () => {
    const store = openStore('d');
    await store.commit([put('1', 1)]);
    await expect(store.commit([put('2', 1), put('1', 1)])).rejects.toMatchObject({ code: 'vault_conflict' });
    expect(await store.readTable('cases')).toEqual([item('1', 1)]);
  });

  it('removes what is there, and nothing else', async () => {
    const store = openStore('e');
    await store.commit([put('1', 1)]);
    await expect(store.commit([{ kind: 'remove', table: 'cases', id: '1', replaces: 2 }])).rejects.toMatchObject({
      code: 'vault_conflict',
    });
    await store.commit([{ kind: 'remove', table: 'cases', id: '1', replaces: 1 }]);
    expect(await store.readTable('cases')).toEqual([]);
  });
});
