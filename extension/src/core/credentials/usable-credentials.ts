import type { SignP256 } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { NextCopy, UsableCredential } from '../consent/disclosure-plan.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { isUsable, judgeDocument, listTitle, readName, readSeconds } from './describe-document.ts';
import { openHolderKey } from './holder-key.ts';
import { openStored, viewClaims } from './open-copy.ts';
import { type CredentialInstance, readableInstance, type StoredCredential } from './stored-credential.ts';

type Held = Pick<WalletRecords, 'credentials' | 'keys'>;

/** Every credential that may be shown: opened, not expired, not last seen revoked or suspended. */
export async function listUsable(records: Held, nowMs: number): Promise<UsableCredential[]> {
  const { items } = await records.credentials.list();
  const opened = await Promise.all(items.map(async (stored) => ({ stored, ...(await openStored(stored)) })));
  return opened
    .filter(({ stored, claims }) => {
      const about = { expiresAtMs: readSeconds(claims['exp']), hasStatus: claims['status'] !== undefined };
      return isUsable(judgeDocument(stored, about, nowMs));
    })
    .map(({ stored, claims, authorityKeyIds }) => ({
      id: stored.id,
      format: stored.format,
      vct: stored.vct,
      claims,
      authorityKeyIds,
      receivedAtMs: stored.receivedAtMs,
      issuer: stored.issuer.name,
      holder: readName(viewClaims(stored, claims)),
      title: listTitle(stored.vct, viewClaims(stored, claims)),
      expiresAtMs: readSeconds(claims['exp']),
      nextCopy: foreseeCopy(stored),
    }));
}

/** Which copy `takeFresh` would give now. */
export function foreseeCopy(stored: Pick<StoredCredential, 'instances' | 'isSingleUse' | 'renewal'>): NextCopy {
  if (chooseCopy(stored).usedAtMs === null) return 'unseen';
  return stored.isSingleUse && stored.renewal !== null ? 'asked-for' : 'seen';
}

/** One copy of a credential, ready to be shown. */
export type TakenCredential = {
  readonly format: StoredCredential['format'];
  readonly credential: string;
  readonly sign: SignP256;
  /** Its copies are meant to be shown once, and this one was shown before: whoever saw it then can tell that it is the same. */
  readonly isReused: boolean;
};

/**
 * One copy of a credential, and its key for signing. Where copies are single-use, it is one that was never shown, as long
 * as there is one, and it is marked as used before this returns: no two callers are given the same. After the last, the
 * one that was shown longest ago is given again.
 * @throws AppError `no_matching_credential` when the credential or its key is gone
 */
export async function takeCredential(records: Held, credentialId: string, nowMs: number): Promise<TakenCredential> {
  let taken: CredentialInstance | undefined;
  const stored = await records.credentials.revise(credentialId, (found) => {
    taken = chooseCopy(found);
    return markUsed(found, taken, nowMs);
  });
  const key = taken && (await records.keys.find(taken.keyId));
  if (!stored || !taken || !key) throw new AppError('no_matching_credential');
  const isReused = stored.isSingleUse && taken.usedAtMs !== null;
  return { format: stored.format, credential: taken.credential, sign: await openHolderKey(key), isReused };
}

export type TakePorts = {
  readonly records: Held;
  /** Asks the issuer for new copies; whether they came. Never throws because they did not. */
  readonly refill: (credentialId: string) => Promise<boolean>;
  readonly nowMs: () => number;
};

/** As `takeCredential`; where every copy was shown already, new ones are asked for first, and one is shown again only when none came. */
export async function takeFresh({ records, refill, nowMs }: TakePorts, credentialId: string): Promise<TakenCredential> {
  const stored = await records.credentials.find(credentialId);
  if (stored && countUnused(stored) === 0) await refill(credentialId);
  return takeCredential(records, credentialId, nowMs());
}

/** How many copies were never shown; null where copies are shown again and again. */
export function countUnused({ isSingleUse, instances }: Pick<StoredCredential, 'isSingleUse' | 'instances'>): number | null {
  return isSingleUse ? instances.filter(({ usedAtMs }) => usedAtMs === null).length : null;
}

/** The copy that would be taken now: one that was never shown, else the one that was shown longest ago. */
export function chooseCopy(stored: Pick<StoredCredential, 'instances'>): CredentialInstance {
  const oldestFirst = [...stored.instances].sort((a, b) => (a.usedAtMs ?? 0) - (b.usedAtMs ?? 0));
  return oldestFirst[0] ?? readableInstance(stored);
}

function markUsed(stored: StoredCredential, taken: CredentialInstance, nowMs: number): StoredCredential {
  return {
    ...stored,
    instances: stored.instances.map((each) => (each === taken ? { ...each, usedAtMs: nowMs } : each)),
    reusedAtMs: stored.isSingleUse && taken.usedAtMs !== null ? nowMs : stored.reusedAtMs,
  };
}
