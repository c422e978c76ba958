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

/** The value below which the share `quantile` (0 to 1) of `samples` lies. */
export function quantileOf(samples: readonly number[], quantile: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}
