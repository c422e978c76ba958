import { AppError } from '@daricheh/shared/errors';
import { readSigningClaims, type SigningClaims } from '@daricheh/shared/submission';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { listUsable } from '../credentials/usable-credentials.ts';
import type { WalletRecords } from '../records/wallet-records.ts';

/** The credential that signs, and what it says. */
export type Signer = { readonly credentialId: string; readonly claims: SigningClaims };

/** The newest signing credential that still counts. @throws AppError `signing_credential_missing` */
export async function findSigner(records: Pick<WalletRecords, 'credentials' | 'keys'>, nowMs: number): Promise<Signer> {
  const usable = (await listUsable(records, nowMs)).filter(({ vct }) => vct === documentTypes.signing.vct);
  const [newest] = usable.sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  if (!newest) throw new AppError('signing_credential_missing');
  return { credentialId: newest.id, claims: readSigningClaims(newest.claims) };
}
