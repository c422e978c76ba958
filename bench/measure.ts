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
 * Calls per second of processor time, of each act, after a warm-up of a fifth of `seconds`. The acts take turns of a
 * twentieth of a second, so that whatever else the machine does befalls all alike and their ratios hold.
 */
export async function measureTurns<Name extends string>(
  acts: Readonly<Record<Name, () => unknown>>,
  { seconds }: { readonly seconds: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(acts) as Name[];
  const spent = Object.fromEntries(names.map((name) => [name, { calls: 0, microseconds: 0 }])) as Record<Name, Turns>;
  for (const name of names) await runFor(acts[name], seconds / 5);
  for (let turn = 0; turn < seconds * 20; turn++) for (const name of names) await takeTurn(acts[name], spent[name]);
  return Object.fromEntries(names.map((name) => [name, (spent[name].calls * 1e6) / spent[name].microseconds])) as Record<Name, number>;
}

type Turns = { calls: number; microseconds: number };

async function takeTurn(act: () => unknown, spent: Turns): Promise<void> {
  const before = process.cpuUsage();
  const end = performance.now() + 50;
  while (performance.now() < end) {
    await act();
    spent.calls++;
  }
  const { user, system } = process.cpuUsage(before);
  spent.microseconds += user + system;
}

/** The value below which the share `quantile` (0 to 1) of `samples` lies. */
export function quantileOf(samples: readonly number[], quantile: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}
