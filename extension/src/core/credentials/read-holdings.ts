import type { Provenance } from '../consent/provenance.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { findProvenance } from './find-provenance.ts';
import { collectHoldings, type Holding } from './holdings.ts';
import { listUsable } from './usable-credentials.ts';

/** Everything that the wallet holds about the citizen, issued and declared; nothing from a document that no longer counts. @see collectHoldings */
export async function readHoldings(records: Held, nowMs: number): Promise<Holding[]> {
  return collectHoldings(await readHeld(records, nowMs));
}

/** The same, each with what vouches for it. */
export async function readVouchedHoldings(
  records: Held,
  nowMs: number,
): Promise<(Holding & { readonly provenance: Provenance | undefined })[]> {
  const held = await readHeld(records, nowMs);
  return collectHoldings(held).map((holding) => ({ ...holding, provenance: findProvenance(holding, held) }));
}

type Held = Pick<WalletRecords, 'credentials' | 'keys' | 'facts'>;

async function readHeld(records: Held, nowMs: number) {
  const [documents, facts] = await Promise.all([listUsable(records, nowMs), records.facts.list()]);
  return { documents, facts: facts.items };
}
