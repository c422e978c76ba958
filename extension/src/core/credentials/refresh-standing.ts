import { type CheckStatus, openCredential } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { WalletRecords } from '../records/wallet-records.ts';
import { type CredentialStanding, readableInstance, type StoredCredential } from './stored-credential.ts';
import { sha256 } from './wallet-crypto.ts';

/**
 * What the issuer says of the credential now; null where it keeps no status.
 * @throws AppError `status_list_unreachable`, `status_list_invalid`: then nothing new is known
 */
export async function lookUpStanding(
  stored: StoredCredential,
  checkStatus: CheckStatus,
  nowMs: number,
): Promise<CredentialStanding | null> {
  const { status } = await openCredential(readableInstance(stored).credential, sha256);
  if (!status) return null;
  try {
    await checkStatus(status, { issuer: stored.issuer.id, whenUnreachable: 'refuse' });
    return { state: 'valid', checkedAtMs: nowMs };
  } catch (error) {
    if (error instanceof AppError && error.code === 'credential_revoked') return { state: 'revoked', checkedAtMs: nowMs };
    if (error instanceof AppError && error.code === 'credential_suspended') return { state: 'suspended', checkedAtMs: nowMs };
    throw error;
  }
}

/**
 * Looks up every document that was never looked up, and keeps what is learned. Whatever an issuer does not answer stays
 * as it is: a document counts as unchecked until its issuer speaks.
 */
export async function lookUpNew(
  records: Pick<WalletRecords, 'credentials' | 'commit'>,
  checkStatus: CheckStatus,
  nowMs: number,
): Promise<void> {
  const { items } = await records.credentials.list();
  for (const stored of items.filter(({ standing }) => standing === null)) {
    const standing = await lookUpStanding(stored, checkStatus, nowMs).catch(() => null);
    if (standing) await records.commit([records.credentials.put({ ...stored, standing })]);
  }
}
