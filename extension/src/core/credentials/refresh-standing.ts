import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { WalletRecords } from '../records/wallet-records.ts';
import { judgeDocument, readSeconds } from './describe-document.ts';
import { openStored } from './open-copy.ts';
import type { CredentialStanding, StoredCredential } from './stored-credential.ts';

type Ports = {
  readonly records: Pick<WalletRecords, 'credentials'>;
  /** Keeps each list as long as the list says, so that to ask often fetches little. */
  readonly checkStatus: CheckStatus;
  readonly nowMs: () => number;
};

/**
 * Looks the document's status up, and keeps what was learned: how it stands, that its issuer could not be asked, and why it
 * stopped being valid, when it did. The list is fetched whole and for the wallet's own sake, never while a document is
 * shown: the issuer learns neither which document is meant nor where it goes.
 * @returns whether anything could be learned
 */
export async function refreshStanding(stored: StoredCredential, { records, checkStatus, nowMs }: Ports): Promise<boolean> {
  const learned = await lookUp(stored, checkStatus, nowMs());
  const { claims } = await openStored(stored);
  const about = { expiresAtMs: readSeconds(claims['exp']), hasStatus: claims['status'] !== undefined };
  const isKnown = learned !== 'unreachable';
  await records.credentials.revise(stored.id, (found) => {
    const looked = isKnown ? { ...found, standing: learned, checkFailedAtMs: null } : { ...found, checkFailedAtMs: nowMs() };
    return { ...looked, stopped: judgeStop(looked, about, nowMs()) };
  });
  return isKnown;
}

/** Looks up every document that was never looked up: those that have just come. */
export async function lookUpNew(ports: Ports): Promise<void> {
  const { items } = await ports.records.credentials.list();
  for (const stored of items.filter(({ standing }) => standing === null)) await refreshStanding(stored, ports);
}

/** Looks up every document. */
export async function refreshStandings(ports: Ports): Promise<void> {
  const { items } = await ports.records.credentials.list();
  for (const stored of items) await refreshStanding(stored, ports);
}

/** Why the document is not valid; the same entry as long as the reason stays, and none once it is valid again. */
function judgeStop(
  stored: StoredCredential,
  about: { readonly expiresAtMs: number | null; readonly hasStatus: boolean },
  nowMs: number,
): StoredCredential['stopped'] {
  const reason = judgeDocument(stored, about, nowMs);
  if (reason === 'valid' || reason === 'unchecked') return null;
  return stored.stopped?.reason === reason ? stored.stopped : { reason, atMs: nowMs, isSeen: false };
}

/** What the issuer says of the credential now; null where it keeps no status. */
async function lookUp(
  stored: StoredCredential,
  checkStatus: CheckStatus,
  nowMs: number,
): Promise<CredentialStanding | null | 'unreachable'> {
  const { status } = await openStored(stored);
  if (!status) return null;
  try {
    await checkStatus(status, { issuer: stored.issuer.id, whenUnreachable: 'refuse' });
    return { state: 'valid', checkedAtMs: nowMs };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'vault_locked') throw error;
    if (error.code === 'credential_revoked') return { state: 'revoked', checkedAtMs: nowMs };
    if (error.code === 'credential_suspended') return { state: 'suspended', checkedAtMs: nowMs };
    return 'unreachable';
  }
}
