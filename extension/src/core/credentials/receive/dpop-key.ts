import type { HolderKey as ProofKey } from '@daricheh/shared/issuance';
import type { WalletRecords } from '../../records/wallet-records.ts';
import { createHolderKey, openKeyPair } from '../holder-key.ts';

type Held = Pick<WalletRecords, 'keys' | 'commit'>;

/** Id of the wallet's DPoP key at an issuer, among its keys. */
export function nameDpopKey(issuer: string): string {
  return `dpop ${issuer}`;
}

/** The wallet's DPoP key at this issuer: one for each, made when it is first needed, so that no two issuers see the same. */
export async function openDpopKey(issuer: string, { keys, commit }: Held, nowMs: number): Promise<ProofKey> {
  const id = nameDpopKey(issuer);
  const kept = await keys.find(id);
  if (kept) return openKeyPair(kept);
  const { key } = await createHolderKey(nowMs);
  await commit([keys.put({ ...key, id })]);
  // Of two made at once, the one that lies there now.
  return openKeyPair((await keys.find(id)) ?? { ...key, id });
}
