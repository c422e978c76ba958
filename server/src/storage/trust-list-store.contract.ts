import { expect, it } from 'vitest';
import { at, later } from './contract-time.ts';
import type { Store } from './store.ts';

/** What stores of trust lists do. */
export function describeTrustLists(store: () => Store): void {
  const kept = { roots: 'root', serial: 3, tokens: ['a.b.c', 'd.e.f'], at };

  it('remember the newest under its roots', async () => {
    const { trustLists } = store();
    expect(await trustLists.read('root')).toBeNull();
    expect(await trustLists.keep(kept)).toBe(true);
    expect(await trustLists.keep({ ...kept, serial: 4, tokens: ['g.h.i'], at: later(1) })).toBe(true);
    expect([await trustLists.read('root'), await trustLists.read('other')]).toEqual([{ serial: 4, tokens: ['g.h.i'] }, null]);
  });

  it('keep the same edition again, and no older one', async () => {
    const { trustLists } = store();
    await trustLists.keep(kept);
    expect([await trustLists.keep(kept), await trustLists.keep({ ...kept, serial: 2 })]).toEqual([true, false]);
    expect(await trustLists.read('root')).toEqual({ serial: 3, tokens: kept.tokens });
  });

  it('end with the newest of fifty at once', async () => {
    const { trustLists } = store();
    await Promise.all(Array.from({ length: 50 }, (_, index) => trustLists.keep({ ...kept, serial: index + 1 })));
    expect((await trustLists.read('root'))?.serial).toBe(50);
  });
}
