import type { StoredCredential } from '../stored-credential.ts';
import { countUnused } from '../usable-credentials.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Part of a document's time that is left when it is renewed: between these, drawn at random. */
const renewalPart = { most: 0.3, least: 0.15 };
/** Once few copies are left, new ones are asked for within this time: not at once, or the issuer would learn when one was shown. */
const refillWithinMs = 12 * hourMs;
/** After a failure: soon where it may pass, late where the issuer said no. */
const retryMs = { passing: 2 * hourMs, refused: 7 * dayMs };
const passing: ReadonlySet<string> = new Set(['unavailable', 'too_many_requests', 'status_list_unreachable']);

/** A number from 0 up to 1, by a cryptographic generator. */
export type Random = () => number;

/** When a document that ends at `expiresAtMs` is renewed, if nothing hastens it; a document without an end is renewed in a year. */
export function planRenewal(receivedAtMs: number, expiresAtMs: number | null, random: Random): number {
  const lastsMs = expiresAtMs === null ? 365 * dayMs : Math.max(0, expiresAtMs - receivedAtMs);
  const leftPart = renewalPart.least + (renewalPart.most - renewalPart.least) * random();
  return receivedAtMs + Math.round(lastsMs * (1 - leftPart));
}

/** Whether so few copies were never shown that new ones are wanted: a fifth of them, and always the last. */
export function isRunningOut(stored: Pick<StoredCredential, 'isSingleUse' | 'instances'>): boolean {
  const unused = countUnused(stored);
  return unused !== null && unused <= Math.max(1, Math.floor(stored.instances.length / 5));
}

/** When copies of a document that is running out are replaced: as planned, or within half a day if that is sooner. */
export function hastenRenewal(dueAtMs: number, nowMs: number, random: Random): number {
  return dueAtMs <= nowMs + refillWithinMs ? dueAtMs : nowMs + Math.round(refillWithinMs * random());
}

/** When to try again after a failure with `code`; up to twice the time at random, so that tries of many documents part. */
export function planRetry(nowMs: number, code: string, random: Random): number {
  const waitMs = passing.has(code) ? retryMs.passing : retryMs.refused;
  return nowMs + Math.round(waitMs * (1 + random()));
}
