import { selectClaims } from '@daricheh/shared/presentation';
import { findDocumentTypeId, getDocumentType, listDocumentClaims } from '@daricheh/shared/vocabulary';
import type { ItemChange } from '../../records/wallet-items.ts';
import type { WalletRecords } from '../../records/wallet-records.ts';
import type { HolderKey } from '../holder-key.ts';
import { openStored, viewClaims } from '../open-copy.ts';
import type { StoredCredential } from '../stored-credential.ts';
import type { IssuanceGrant } from './issuance-grant.ts';
import { writeNotice } from './issuer-notice.ts';
import type { ReceivePorts } from './open-issuance.ts';

/** A document that has come, with the keys of its copies. */
export type Received = { readonly credential: StoredCredential; readonly keys: readonly HolderKey[] };

/** Keeps what was received, all of it or nothing, with what its issuer is to hear; older documents that it replaces go with their keys. */
export async function keepReceived(received: readonly Received[], grant: IssuanceGrant, { records, nowMs }: ReceivePorts): Promise<void> {
  const createdAtMs = nowMs();
  const kept = received.flatMap(({ credential, keys }): ItemChange[] => [
    ...keys.map((key) => records.keys.put(key)),
    records.credentials.put(credential),
    ...credential.notificationIds.map((notificationId) =>
      records.notices.put(writeNotice({ grantId: grant.id, notificationId, event: 'credential_accepted', createdAtMs })),
    ),
  ]);
  const older = await findReplaced(received, records);
  const gone = older.flatMap((stored) => removeDocument(stored, records, createdAtMs));
  await records.commit([records.grants.put(grant), ...kept, ...gone]);
}

/** What removing a document means: its copies and their keys go, and its issuer is to hear of it. */
export function removeDocument(stored: StoredCredential, records: WalletRecords, nowMs: number): ItemChange[] {
  const { grantId, notificationIds } = stored;
  const notices = grantId === null ? [] : notificationIds;
  return [
    records.credentials.remove(stored.id),
    ...stored.instances.map(({ keyId }) => records.keys.remove(keyId)),
    ...notices.map((notificationId) =>
      records.notices.put(writeNotice({ grantId: grantId ?? '', notificationId, event: 'credential_deleted', createdAtMs: nowMs })),
    ),
  ];
}

async function findReplaced(received: readonly Received[], records: WalletRecords): Promise<StoredCredential[]> {
  const { items } = await records.credentials.list();
  const marks = await Promise.all(received.map(({ credential }) => markSubject(credential)));
  const marked = await Promise.all(items.map(async (stored) => ({ stored, mark: await markSubject(stored) })));
  return marked.filter(({ mark }) => marks.includes(mark)).map(({ stored }) => stored);
}

/** What tells one document from another: its issuer, form and type, and what its type is told apart by (of two vehicles, the vehicle). */
async function markSubject(stored: StoredCredential): Promise<string> {
  const type = findDocumentTypeId(stored.vct);
  const distinguishing = type ? getDocumentType(type).distinguishedBy : [];
  if (!type || distinguishing.length === 0) return JSON.stringify([stored.issuer.id, stored.format, stored.vct]);
  const claims = viewClaims(stored, (await openStored(stored)).claims);
  const paths = listDocumentClaims(type).filter(({ datum }) => distinguishing.includes(datum));
  const values = paths.map(({ path }) => selectClaims(claims, path).map(({ value }) => value));
  return JSON.stringify([stored.issuer.id, stored.format, stored.vct, values]);
}
