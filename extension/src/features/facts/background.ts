import { declareFact } from '../../core/credentials/fact.ts';
import { readHoldings } from '../../core/credentials/read-holdings.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

/** Facts that the citizen declares: listed, stated, taken back. */
export function createFactHandlers(deps: { readonly records: WalletRecords; readonly nowMs: () => number }): FeatureHandlers<'facts'> {
  const { records, nowMs } = deps;
  return {
    'facts/list': async () => {
      const [{ items }, holdings] = await Promise.all([records.facts.list(), readHoldings(records, nowMs())]);
      const issued = new Set<string>(holdings.filter(({ source }) => source.kind === 'credential').map(({ datum }) => datum));
      return items
        .map(({ datum, value, declaredAtMs }) => ({ datum, value, declaredAtMs, isIssuedToo: issued.has(datum) }))
        .sort((a, b) => b.declaredAtMs - a.declaredAtMs);
    },
    'facts/declare': async ({ datum, text }) => {
      await records.commit([records.facts.put(declareFact(datum, text, nowMs()))]);
      return null;
    },
    'facts/remove': async ({ datum }) => {
      await records.commit([records.facts.remove(datum)]);
      return null;
    },
  };
}
