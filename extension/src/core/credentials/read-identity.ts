import type { Json } from '@daricheh/shared/encoding';
import type { WalletRecords } from '../records/wallet-records.ts';
import { collectHoldings, type Holding, identityVct } from './holdings.ts';
import { openStored } from './usable-credentials.ts';

/** The claims of the identity credential that was received last, everything disclosed; null when there is none. */
export async function readIdentity(records: Pick<WalletRecords, 'credentials'>): Promise<Json> {
  const { items } = await records.credentials.list();
  const [newest] = items.filter((each) => each.vct === identityVct).sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  return newest ? openStored(newest) : null;
}

/** Everything that the wallet holds about the citizen, issued and declared. @see collectHoldings */
export async function readHoldings(records: Pick<WalletRecords, 'credentials' | 'facts'>): Promise<Holding[]> {
  const { items: facts } = await records.facts.list();
  return collectHoldings({ identityClaims: await readIdentity(records), facts });
}
