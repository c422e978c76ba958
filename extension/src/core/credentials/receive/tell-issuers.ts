import { AppError } from '@daricheh/shared/errors';
import type { IssuerNotice } from './issuer-notice.ts';
import type { ReceivePorts } from './open-issuance.ts';
import { type OpenGrant, openGrant, renewGrant } from './use-grant.ts';

/** How long a notice is tried: after that no issuer waits for it. */
const keepMs = 30 * 86_400_000;
/** What may pass: the notice is kept for the next time. */
const passing: ReadonlySet<string> = new Set(['unavailable', 'too_many_requests', 'body_too_large']);

/**
 * Tells issuers what they are still to hear of their copies. What does not arrive is told the next time; what the issuer
 * does not want to hear is forgotten. Grants that nothing names any more are forgotten too.
 */
export async function tellIssuers(ports: ReceivePorts): Promise<void> {
  const { records, nowMs } = ports;
  const { items } = await records.notices.list();
  for (const notice of items) {
    const isOver = nowMs() - notice.createdAtMs > keepMs;
    if (isOver || (await tell(notice, ports))) await records.commit([records.notices.remove(notice.id)]);
  }
  await forgetGrants(ports);
}

/** True when there is nothing more to tell. */
async function tell(notice: IssuerNotice, ports: ReceivePorts): Promise<boolean> {
  try {
    const open = await openGrant(notice.grantId, ports);
    await sendWith(open, notice).catch(async (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'invalid_token') throw error;
      await sendWith(await renewGrant(open, ports), notice);
    });
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'vault_locked') throw error;
    return !passing.has(error.code);
  }
}

async function sendWith({ client, metadata, key, grant }: OpenGrant, { notificationId, event }: IssuerNotice): Promise<void> {
  await client.notify({ metadata, token: grant, key, notificationId, event });
}

async function forgetGrants({ records }: ReceivePorts): Promise<void> {
  const [grants, credentials, notices] = await Promise.all([records.grants.list(), records.credentials.list(), records.notices.list()]);
  // A document that cannot be read may be one of the grant's.
  if (credentials.damaged.length > 0) return;
  const named = new Set([...credentials.items, ...notices.items].map(({ grantId }) => grantId));
  const unnamed = grants.items.filter(({ id }) => !named.has(id));
  if (unnamed.length > 0) await records.commit(unnamed.map(({ id }) => records.grants.remove(id)));
}
