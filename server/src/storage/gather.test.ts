import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

/** A gathered act that answers each number with its double and refuses 13; `batches` is what was handed to it, each time. */
function openGathered({ most = 10, laneOf = () => 'one' }: { most?: number; laneOf?: (item: number) => string } = {}) {
  const batches: (readonly number[])[] = [];
  const call = gather<number, number>({
    ...{ laneOf, most },
    act: async (items) => {
      batches.push(items);
      await nextTurn();
      if (items.includes(0)) throw new Error('none of them');
      return items.map((item) =>
        item === 13 ? { status: 'rejected', reason: new Error('thirteen') } : { status: 'fulfilled', value: item * 2 },
      );
    },
  });
  return { batches, call };
}

describe('calls at the same time', () => {
  it('are one act, and each has its own answer', async () => {
    const { batches, call } = openGathered();
    expect(await Promise.allSettled([call(1), call(13), call(2)])).toMatchObject([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: { message: 'thirteen' } },
      { status: 'fulfilled', value: 4 },
    ]);
    expect(batches).toEqual([[1, 13, 2]]);
  });

  it('are no more at once than may be, in their order', async () => {
    const { batches, call } = openGathered({ most: 2 });
    expect(await Promise.all([1, 2, 3, 4, 5].map(call))).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('wait for the act that is under way, and go together then', async () => {
    const { batches, call } = openGathered();
    const first = call(1);
    await nextTurn();
    expect(batches).toEqual([[1]]);
    expect(await Promise.all([first, call(2), call(3)])).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('go apart where their lanes are others', async () => {
    const { batches, call } = openGathered({ laneOf: (item) => String(item % 2) });
    await Promise.all([1, 2, 3, 4].map(call));
    expect(batches).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('all fail with an act that fails, and the next ones go on', async () => {
    const { call } = openGathered();
    expect((await Promise.allSettled([call(0), call(1)])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await call(4)).toBe(8);
  });
});
