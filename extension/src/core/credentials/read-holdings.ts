import type { WalletRecords } from '../records/wallet-records.ts';
import { collectHoldings, type Holding } from './holdings.ts';
import { listUsable } from './usable-credentials.ts';

/** Everything that the wallet holds about the citizen, issued and declared; nothing from a document that no longer counts. @see collectHoldings */
export async function readHoldings(records: Pick<WalletRecords, 'credentials' | 'keys' | 'facts'>, nowMs: number): Promise<Holding[]> {
  const [documents, facts] = await Promise.all([listUsable(records, nowMs), records.facts.list()]);
  return collectHoldings({ documents, facts: facts.items });
}
