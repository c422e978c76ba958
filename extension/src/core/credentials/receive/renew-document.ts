import { AppError } from '@daricheh/shared/errors';
import type { NotificationEvent } from '@daricheh/shared/issuance';
import { readSeconds } from '../describe-document.ts';
import { openStored } from '../open-copy.ts';
import type { StoredCredential } from '../stored-credential.ts';
import { writeNotice } from './issuer-notice.ts';
import { findConfiguration, type ReceivePorts } from './open-issuance.ts';
import { type CopyDelivery, orderCopies } from './order-copies.ts';
import { hastenRenewal, isRunningOut, planRenewal, planRetry } from './plan-renewal.ts';
import { readDisplay } from './read-display.ts';
import { openGrant, renewGrant } from './use-grant.ts';

/**
 * Renews every document whose time has come: those near their end, and those of which few copies were never shown. It
 * asks for a whole batch whatever is left, so that the issuer learns nothing of how often the document was shown.
 */
export async function renewDocuments(ports: ReceivePorts): Promise<void> {
  const { items } = await ports.records.credentials.list();
  for (const stored of items) {
    const dueAtMs = await planNext(stored, ports);
    if (dueAtMs !== null && dueAtMs <= ports.nowMs()) await renewDocument(stored.id, ports);
  }
}

/** When the document is renewed; brought forward, and kept, when it is running out. Null where only the citizen can renew it. */
async function planNext(stored: StoredCredential, { records, nowMs, random }: ReceivePorts): Promise<number | null> {
  const { renewal } = stored;
  if (!renewal || stored.stopped?.reason === 'revoked') return null;
  if (renewal.failed || !isRunningOut(stored)) return renewal.dueAtMs;
  const dueAtMs = hastenRenewal(renewal.dueAtMs, nowMs(), random);
  if (dueAtMs !== renewal.dueAtMs) {
    await records.credentials.revise(stored.id, (found) => ({ ...found, renewal: found.renewal && { ...found.renewal, dueAtMs } }));
  }
  return dueAtMs;
}

/**
 * Puts new copies in the place of those that are there, all or none. A failure is remembered with the document, and the
 * old copies stay.
 * @returns whether it was renewed
 */
export async function renewDocument(id: string, ports: ReceivePorts): Promise<boolean> {
  try {
    await renew(id, ports);
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'vault_locked') throw error;
    const { code } = error;
    const failed = { atMs: ports.nowMs(), code };
    const dueAtMs = planRetry(ports.nowMs(), code, ports.random);
    await ports.records.credentials.revise(id, (found) => ({ ...found, renewal: found.renewal && { dueAtMs, failed } }));
    return false;
  }
}

async function renew(id: string, ports: ReceivePorts): Promise<void> {
  const { records } = ports;
  const stored = await records.credentials.find(id);
  if (!stored?.renewal || stored.grantId === null) throw new AppError('not_found', { what: 'grant' });
  const { grant, client, metadata, key } = await renewGrant(await openGrant(stored.grantId, ports), ports);
  const configuration = findConfiguration(stored.configurationId, metadata);
  const order = { ...configuration, identifier: stored.identifier, client, metadata, token: grant, key, registration: null };
  const delivery = await orderCopies(order, ports.nowMs());
  await keepDelivery(stored, delivery, readDisplay(configuration.configuration), ports);
}

async function keepDelivery(
  stored: StoredCredential,
  delivery: CopyDelivery,
  display: StoredCredential['display'],
  { records, nowMs, random }: ReceivePorts,
): Promise<void> {
  const [grantId, atMs] = [stored.grantId ?? '', nowMs()];
  const tell = (event: NotificationEvent, notificationId: string | null) =>
    notificationId === null ? [] : [records.notices.put(writeNotice({ grantId, notificationId, event, createdAtMs: atMs }))];
  if (delivery.kind === 'rejected') {
    await records.commit(tell('credential_failure', delivery.notificationId));
    throw delivery.error;
  }
  const { instances, keys, notificationId } = delivery;
  const renewed: StoredCredential = {
    ...stored,
    instances: [...instances],
    isSingleUse: instances.length > 1,
    renewedAtMs: atMs,
    display,
    notificationIds: notificationId === null ? [] : [notificationId],
    renewal: null,
  };
  const { claims } = await openStored(renewed);
  const dueAtMs = planRenewal(atMs, readSeconds(claims['exp']), random);
  // Removed while its issuer was asked: it stays removed.
  if (!(await records.credentials.find(stored.id))) return records.commit(tell('credential_deleted', notificationId));
  await records.commit([
    ...keys.map((key) => records.keys.put(key)),
    records.credentials.put({ ...renewed, renewal: { dueAtMs, failed: null }, reusedAtMs: null }),
    ...stored.instances.map(({ keyId }) => records.keys.remove(keyId)),
    ...tell('credential_accepted', notificationId),
  ]);
}
