import type { RandomBytes } from '@daricheh/shared/credential';
import { encodeBase64Url, type Json } from '@daricheh/shared/encoding';
import { hashToken } from '../crypto/hash-token.ts';
import type { OpenSession, SessionLimits, SessionRecord, SessionStore } from '../storage/store.ts';

/** A session ends after 12 hours, or after 15 minutes in which nobody used it. */
export const sessionLimits: SessionLimits = { lifetimeMs: 12 * 3_600_000, idleMs: 15 * 60_000 };

type SessionPorts = { readonly sessions: SessionStore; readonly now: () => Date };
type SessionKind = SessionRecord['kind'];

/** Opens a session that holds `value`, and returns its secret (256 bits, base64url), which only the browser keeps. */
export async function openSession(
  { sessions, now, randomBytes }: SessionPorts & { readonly randomBytes: RandomBytes },
  { agency, kind, value, owner }: Pick<SessionRecord, 'agency' | 'kind' | 'value' | 'owner'>,
): Promise<string> {
  const secret = encodeBase64Url(randomBytes(32));
  await sessions.create({ agency, kind, key: hashToken(secret), value, createdAt: now(), owner });
  return secret;
}

/** What the session holds, which counts as a use of it; null when there is no such session or it is over. */
export async function findSession(
  { sessions, now }: SessionPorts,
  { agency, kind, secret }: { agency: string; kind: SessionKind; secret: string | undefined },
): Promise<Json | null> {
  return secret === undefined ? null : sessions.touch({ agency, kind, key: hashToken(secret) }, sessionLimits, now());
}

/** Ends the session, if there is one. */
export async function closeSession(
  { sessions }: Pick<SessionPorts, 'sessions'>,
  { agency, kind, secret }: { agency: string; kind: SessionKind; secret: string | undefined },
): Promise<void> {
  if (secret !== undefined) await sessions.remove({ agency, kind, key: hashToken(secret) });
}

type Owned = { readonly agency: string; readonly kind: SessionKind; readonly owner: string };

/** An owner's sessions that last, and which of them is the one with this secret. */
export async function listSessions(
  { sessions, now }: SessionPorts,
  { secret, ...owned }: Owned & { readonly secret: string | undefined },
): Promise<readonly (OpenSession & { readonly isThis: boolean })[]> {
  const own = secret === undefined ? null : hashToken(secret);
  return (await sessions.list(owned, sessionLimits, now())).map((session) => ({ ...session, isThis: session.key === own }));
}

/** Ends an owner's sessions, but for the one with this secret; returns how many. */
export async function closeOtherSessions(
  { sessions }: Pick<SessionPorts, 'sessions'>,
  { secret, ...owned }: Owned & { readonly secret: string | undefined },
): Promise<number> {
  return sessions.removeOwned(owned, secret === undefined ? null : hashToken(secret));
}
