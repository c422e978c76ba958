import { expect, it } from 'vitest';
import { later } from './contract-time.ts';
import type { IssuedCredential, Store } from './store.ts';

/** What stores of issued credentials do. */
export function describeIssued(store: () => Store): void {
  const credential: IssuedCredential = {
    agency: 'tax',
    list: 1,
    index: 7,
    offerId: 'o',
    configuration: 'identity',
    expiresAt: later(1000),
  };

  it('give one place to one of fifty at once', async () => {
    const claimed = await Promise.all(Array.from({ length: 50 }, () => store().issued.claim(credential)));
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it('give the same place in another list, or to another agency', async () => {
    const { issued } = store();
    for (const other of [credential, { ...credential, list: 2 }, { ...credential, agency: 'passport' }]) {
      expect(await issued.claim(other)).toBe(true);
    }
  });

  it('list what is not valid, of one agency and one list', async () => {
    const { issued } = store();
    for (const index of [1, 2]) await issued.claim({ ...credential, index });
    await issued.claim({ ...credential, index: 3, offerId: 'p' });
    await issued.claim({ ...credential, agency: 'passport' });
    expect([await issued.setStatus(credential, 1), await issued.setStatus({ agency: 'tax', offerId: 'none' }, 1)]).toEqual([2, 0]);
    const listed = await issued.listNotValid({ agency: 'tax', list: 1 });
    expect(listed.toSorted((a, b) => a.index - b.index)).toEqual([
      { index: 1, status: 1 },
      { index: 2, status: 1 },
    ]);
    expect(await issued.listNotValid({ agency: 'passport', list: 1 })).toEqual([]);
  });

  it('take places for nobody, and leave those that are taken as they are', async () => {
    const { issued } = store();
    expect(await issued.findLastList('tax')).toBeNull();
    await issued.claim(credential);
    const decoys = Array.from({ length: 600 }, (_unused, index) => ({ index, status: 1 + (index % 2) }));
    await issued.addDecoys({ agency: 'tax', list: 1 }, decoys);
    await issued.addDecoys({ agency: 'tax', list: 1 }, []);
    expect(await issued.listNotValid(credential)).toHaveLength(599);
    expect(await issued.claim({ ...credential, index: 8 })).toBe(false);
    expect(await issued.setStatus({ agency: 'tax', offerId: 'o' }, 1)).toBe(1);
  });

  it('know the last list of each agency', async () => {
    const { issued } = store();
    for (const list of [1, 3, 2]) await issued.claim({ ...credential, list });
    await issued.claim({ ...credential, agency: 'passport', list: 9 });
    expect([await issued.findLastList('tax'), await issued.findLastList('nobody')]).toEqual([3, null]);
  });

  it('are forgotten once they ended, while their places stay taken and their statuses as they are', async () => {
    const { issued } = store();
    for (const index of [1, 2, 3]) await issued.claim({ ...credential, index });
    await issued.claim({ ...credential, index: 4, offerId: 'p' });
    await issued.claim({ ...credential, index: 5, offerId: 'q', expiresAt: later(1001) });
    await issued.claim({ ...credential, agency: 'passport' });
    await issued.setStatus({ agency: 'tax', offerId: 'p' }, 1);
    await issued.addDecoys({ agency: 'tax', list: 1 }, [{ index: 6, status: 2 }]);
    const before = await issued.listNotValid(credential);
    expect(await issued.sweep('tax', later(1000))).toEqual({ forgotten: 0, removed: 0 });
    expect(await issued.sweep('tax', later(1001))).toEqual({ forgotten: 4, removed: 0 });
    expect(await issued.sweep('tax', later(1001))).toEqual({ forgotten: 0, removed: 0 });
    for (const index of [1, 2, 3, 4, 5, 6]) expect(await issued.claim({ ...credential, index })).toBe(false);
    expect(await issued.listNotValid(credential)).toEqual(before);
    const changed = await Promise.all(['o', 'p', 'q'].map((offerId) => issued.setStatus({ agency: 'tax', offerId }, 1)));
    expect([changed, await issued.setStatus({ agency: 'passport', offerId: 'o' }, 1)]).toEqual([[0, 0, 1], 1]);
  });

  it('leave no row behind where no place is given any more, but for what is not valid', async () => {
    const { issued } = store();
    for (const list of [1, 2, 3]) await issued.claim({ ...credential, list });
    await issued.claim({ ...credential, index: 8, offerId: 'p' });
    await issued.setStatus({ agency: 'tax', offerId: 'p' }, 1);
    await issued.addDecoys({ agency: 'tax', list: 1 }, [{ index: 9, status: 1 }]);
    expect(await issued.sweep('tax', later(1001))).toEqual({ forgotten: 4, removed: 1 });
    expect((await issued.listNotValid(credential)).map(({ index }) => index).sort()).toEqual([8, 9]);
    expect(await issued.findLastList('tax')).toBe(3);
    expect(await issued.sweep('nobody', later(1001))).toEqual({ forgotten: 0, removed: 0 });
  });

  it('are valid again when they are set so', async () => {
    const { issued } = store();
    await issued.claim(credential);
    await issued.setStatus(credential, 2);
    await issued.setStatus(credential, 0);
    expect(await issued.listNotValid(credential)).toEqual([]);
  });
}
