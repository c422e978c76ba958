import { openCredential, type SignP256 } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { UsableCredential } from '../consent/plan-disclosure.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { isUsable, judgeDocument, readSeconds } from './describe-document.ts';
import { openHolderKey } from './holder-key.ts';
import { sha256 } from './wallet-crypto.ts';

type Held = Pick<WalletRecords, 'credentials' | 'keys'>;

/** Every credential that may be shown: opened, not expired, not last seen revoked or suspended. */
export async function listUsable(records: Held, nowMs: number): Promise<UsableCredential[]> {
  const { items } = await records.credentials.list();
  const opened = await Promise.all(
    items.map(async (stored) => ({ stored, claims: (await openCredential(stored.instances[0]?.sdJwt ?? '', sha256)).claims })),
  );
  return opened
    .filter(({ stored, claims }) => {
      const about = { expiresAtMs: readSeconds(claims['exp']), hasStatus: claims['status'] !== undefined };
      return isUsable(judgeDocument(stored, about, nowMs));
    })
    .map(({ stored, claims }) => ({ id: stored.id, vct: stored.vct, claims, receivedAtMs: stored.receivedAtMs }));
}

/** One instance of a credential, and its key for signing. @throws AppError `no_matching_credential` when either is gone */
export async function takeCredential(records: Held, credentialId: string): Promise<{ readonly sdJwt: string; readonly sign: SignP256 }> {
  const [instance] = (await records.credentials.find(credentialId))?.instances ?? [];
  const key = instance && (await records.keys.find(instance.keyId));
  if (!instance || !key) throw new AppError('no_matching_credential');
  return { sdJwt: instance.sdJwt, sign: await openHolderKey(key) };
}
