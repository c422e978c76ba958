import type { JsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import { openJson, type SealKey, sealJson } from '../crypto/seal-json.ts';
import type { Deps } from '../deps.ts';
import { type ConfigurationId, configurationIds } from './configurations.ts';

/** What a code or a token stands for. */
const grant = z.object({
  offerId: z.string(),
  subject: z.record(z.string(), z.custom<Json>()),
  configurations: z.array(z.enum(configurationIds)),
  /** True when the credentials are named by identifiers: the wallet asked for them with `authorization_details`. */
  isByIdentifier: z.boolean(),
  /** Milliseconds; no token that follows from this grant lives longer. */
  endsAt: z.int(),
});

export type Grant = {
  readonly offerId: string;
  readonly subject: JsonObject;
  readonly configurations: readonly ConfigurationId[];
  readonly isByIdentifier: boolean;
  readonly endsAt: number;
};

/** How long a wallet may go on renewing the documents of one grant. Then the agency must say again what is true. */
export const grantLifetimeMs = 3 * 365 * 86_400_000;

/** The grant, so that only whoever shows the secret can read whom it is about. */
export function sealGrant(content: Grant, key: SealKey): string {
  return sealJson(content as unknown as JsonObject, key);
}

/** The grant that was sealed by this secret; null when it was not. */
export function openGrant(sealed: string, key: SealKey): Grant | null {
  const parsed = grant.safeParse(openJson(sealed, key));
  return parsed.success ? parsed.data : null;
}

type StoreDeps = Pick<Deps, 'store' | 'now'>;
type StopReason = 'withdrawn' | 'replayed';

/** Stops every code and token of a grant: `withdrawn` by the agency, which may take that back, or `replayed`, for good. */
export async function stopGrant({ store, now }: StoreDeps, agency: Agency, offerId: string, reason: StopReason): Promise<void> {
  const at = now();
  const expiresAt = new Date(at.getTime() + grantLifetimeMs);
  await store.oneTime.put({ agency: agency.id, kind: 'stopped_grant', key: `${offerId} ${reason}`, value: true, expiresAt }, at);
}

/** Takes back that the agency withdrew the grant. */
export async function resumeGrant({ store, now }: StoreDeps, agency: Agency, offerId: string): Promise<void> {
  await store.oneTime.take({ agency: agency.id, kind: 'stopped_grant', key: `${offerId} withdrawn` }, now());
}

/** True when the grant was stopped, for whatever reason. */
export async function isGrantStopped({ store, now }: StoreDeps, agency: Agency, offerId: string): Promise<boolean> {
  const reasons: readonly StopReason[] = ['withdrawn', 'replayed'];
  const found = await Promise.all(
    reasons.map((reason) => store.oneTime.read({ agency: agency.id, kind: 'stopped_grant', key: `${offerId} ${reason}` }, now())),
  );
  return found.some((value) => value !== null);
}

/** Most requests that are answered on one grant in a day: each credential takes a place in the status list, which one person could fill for all. */
const maxRequestsADay = 16;
const dayMs = 86_400_000;

/** Counts one request that is about to be answered on the grant. Of any number at once sixteen a day get past: true for those. */
export async function countRequest({ store, now }: StoreDeps, agency: Agency, offerId: string): Promise<boolean> {
  const at = now();
  const expiresAt = new Date(at.getTime() + dayMs);
  for (let place = 0; place < maxRequestsADay; place++) {
    const key = `${offerId} ${place}`;
    if (await store.oneTime.put({ agency: agency.id, kind: 'answered_request', key, value: true, expiresAt }, at)) return true;
  }
  return false;
}
