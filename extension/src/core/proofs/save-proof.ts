import { writeLocalProofFile } from '@daricheh/shared/local-proof';
import { describeSavedTrust } from '../trust/saved-trust.ts';
import type { SignedTrust } from '../trust/wallet-trust.ts';
import type { StoredProof } from './stored-proof.ts';

/** The record as one file, which others can judge without the wallet: its name and its text. */
export function saveProof({ file, keptAtMs }: StoredProof, trust: SignedTrust): { readonly name: string; readonly text: string } {
  const name = `daricheh-proof-${new Date(keptAtMs).toISOString().slice(0, 10)}.json`;
  return { name, text: writeLocalProofFile({ ...file, ...describeSavedTrust(trust) }) };
}
