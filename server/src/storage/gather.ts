import { setImmediate as nextTurn } from 'node:timers/promises';

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

export type GatherOptions<Item, Result> = {
  /** Only what has the same lane goes together. There are few of them. */
  readonly laneOf: (item: Item) => string;
  /** At most so many go together. */
  readonly most: number;
  /** What became of each, in their order. When it throws, that became of all. */
  readonly act: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;
};

/**
 * Makes one act of calls that come at the same time: those of one turn of the event loop, and those that came while the act before was
 * under way. A call alone waits for nothing but the end of its turn.
 */
export function gather<Item, Result>({ laneOf, most, act }: GatherOptions<Item, Result>): (item: Item) => Promise<Result> {
  const lanes = new Map<string, Waiting<Item, Result>[]>();

  async function actUntilNoneWaits(lane: string, waiting: Waiting<Item, Result>[]): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      await settle(waiting.splice(0, most), act);
    }
    lanes.delete(lane);
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const lane = laneOf(item);
    const waiting = lanes.get(lane);
    const call = { item, resolve, reject };
    if (waiting !== undefined) waiting.push(call);
    else {
      const first = [call];
      lanes.set(lane, first);
      void actUntilNoneWaits(lane, first);
    }
    return promise;
  };
}

async function settle<Item, Result>(batch: readonly Waiting<Item, Result>[], act: GatherOptions<Item, Result>['act']): Promise<void> {
  try {
    const results = await act(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, at) => {
      const result = results[at];
      if (result?.status === 'fulfilled') resolve(result.value);
      else reject(result?.reason ?? new Error('An act told nothing of one that was handed to it.'));
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
