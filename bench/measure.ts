/** Calls per second of `act`, one after another, for `seconds` after a warm-up of a fifth of that. */
export async function measureRate(act: () => unknown, { seconds }: { readonly seconds: number }): Promise<number> {
  await runFor(act, seconds / 5);
  return await runFor(act, seconds);
}

async function runFor(act: () => unknown, seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let calls = 0;
  while (performance.now() < end) {
    await act();
    calls++;
  }
  return (calls * 1000) / (performance.now() - start);
}

/**
 * Calls per second of processor time, of each act, once each has run for `seconds` of it after a warm-up of a third of that.
 * The acts take turns of a twentieth of a second, each time another one first, so that whatever else the machine does, and
 * what one leaves for the collector of garbage, befalls all alike and their ratios hold.
 */
export async function measureTurns<Name extends string>(
  acts: Readonly<Record<Name, () => unknown>>,
  { seconds }: { readonly seconds: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(acts) as Name[];
  const turns = Math.ceil((seconds * 1e6) / turnMicroseconds);
  const spent = Object.fromEntries(names.map((name) => [name, { calls: 0, microseconds: 0 }])) as Record<Name, Turns>;
  const warmUp = { calls: 0, microseconds: 0 };
  for (let turn = 0; turn < turns / 3; turn++) for (const name of names) await takeTurn(acts[name], warmUp);
  for (let turn = 0; turn < turns; turn++) for (const name of rotate(names, turn)) await takeTurn(acts[name], spent[name]);
  return Object.fromEntries(names.map((name) => [name, (spent[name].calls * 1e6) / spent[name].microseconds])) as Record<Name, number>;
}

type Turns = { calls: number; microseconds: number };

const turnMicroseconds = 50_000;

async function takeTurn(act: () => unknown, spent: Turns): Promise<void> {
  const before = process.cpuUsage();
  let used = 0;
  // The clock is read less and less often, or it would be measured with what is quick.
  for (let batch = 1; used < turnMicroseconds; batch = Math.min(batch * 2, 16)) {
    for (let call = 0; call < batch; call++) await act();
    spent.calls += batch;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  spent.microseconds += used;
}

/** The same list, begun `by` places further on. */
function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** The value below which the share `quantile` (0 to 1) of `samples` lies. */
export function quantileOf(samples: readonly number[], quantile: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}
