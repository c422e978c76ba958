import type { WalletRecords } from '../../core/records/wallet-records.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

/** The ledger, for its owner. */
export function createHistoryHandlers({ records }: { readonly records: WalletRecords }): FeatureHandlers<'history'> {
  return { 'history/list': async () => (await records.releases.list()).items };
}
