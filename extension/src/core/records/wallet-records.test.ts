import { describe, expect, it } from 'vitest';
import { createMemoryItems } from './testing/memory-items.ts';
import { createRecords } from './wallet-records.ts';

const iban = { datum: 'iban', value: 'IR580540105180021273113007', declaredAtMs: 1 };

describe('records', () => {
  it('keep what is put, by its id, and let it go', async () => {
    const records = createRecords(createMemoryItems());
    await records.commit([records.facts.put(iban)]);
    expect(await records.facts.find('iban')).toEqual(iban);
    await records.commit([records.facts.remove('iban')]);
    expect(await records.facts.list()).toEqual({ items: [], damaged: [] });
  });

  it('A21: name an item of a shape they do not know as damaged, and read the others', async () => {
    const items = createMemoryItems();
    const records = createRecords(items);
    await items.commit([{ kind: 'put', table: 'facts', id: 'broken', value: { datum: 'nothing' } }, records.facts.put(iban)]);
    expect(await records.facts.list()).toEqual({ items: [iban], damaged: ['broken'] });
  });

  it('F7: are revised from what is there now, not from what was', async () => {
    const items = createMemoryItems();
    const records = createRecords(items);
    await records.commit([records.facts.put(iban)]);
    let rounds = 0;
    const revised = await records.facts.revise('iban', (found) => {
      rounds += 1;
      // Somebody else writes in between, once.
      if (rounds === 1) void records.commit([records.facts.put({ ...iban, declaredAtMs: 5 })]);
      return { ...found, declaredAtMs: found.declaredAtMs + 1 };
    });
    expect(revised?.declaredAtMs).toBe(6);
    expect(await records.facts.revise('none', (found) => found)).toBeUndefined();
  });
});
