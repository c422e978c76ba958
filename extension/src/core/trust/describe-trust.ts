import { graceMs, judgeFreshness } from '@daricheh/shared/trust';
import type { TrustView } from '../consent/trust-view.ts';
import type { HeldTrust } from './held-trust.ts';

/** What the citizen is told of the list in use. */
export function describeTrust(held: HeldTrust | null, now: Date): TrustView {
  if (held === null) return { kind: 'none' };
  const { stored, isOwn, lastSerial } = held;
  const { list } = held.edition;
  const nextUpdateMs = Date.parse(list.nextUpdate);
  return {
    kind: 'listed',
    serial: list.serial,
    issuedAtMs: Date.parse(list.issuedAt),
    nextUpdateMs,
    usableUntilMs: nextUpdateMs + graceMs,
    freshness: judgeFreshness(list, now),
    source: isOwn ? 'build' : 'published',
    location: list.location,
    lookedAtMs: stored?.lookedAtMs ?? null,
    failure: lastSerial > list.serial ? 'trust_list_rolled_back' : (stored?.failure ?? null),
  };
}
