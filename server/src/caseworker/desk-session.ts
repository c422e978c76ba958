import type { Json } from '@daricheh/shared/encoding';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { Asserted } from '../passkeys/assert-passkey.ts';
import { closeSession, findSession, listSessions, openSession } from '../sessions/sessions.ts';
import type { Caseworker } from '../storage/staff.ts';

const kind = 'caseworker';
const sessionValue = z.object({ credentialId: z.string(), browser: z.string() });

/** What a caseworker's session holds: which passkey opened it, and in which browser. */
export type DeskSessionValue = z.infer<typeof sessionValue>;

/** The value of a session; null where it is of a shape that no longer counts. */
export function readSessionValue(value: Json): DeskSessionValue | null {
  const parsed = sessionValue.safeParse(value);
  return parsed.success ? parsed.data : null;
}

type AtDesk<T> = T & { readonly agency: Agency };

/** Opens a session for whoever asserted under a new secret, and ends the one that the browser had. */
export async function openDeskSession(
  { agency, asserted, browser, formerSecret }: AtDesk<{ asserted: Asserted; browser: string; formerSecret: string | undefined }>,
  { store, now, randomBytes }: Deps,
): Promise<string> {
  const { sessions } = store;
  await closeSession({ sessions }, { agency: agency.id, kind, secret: formerSecret });
  const value: DeskSessionValue = { credentialId: asserted.credentialId, browser };
  return openSession({ sessions, now, randomBytes }, { agency: agency.id, kind, value, owner: asserted.caseworker.id });
}

/**
 * Who is signed in with this secret; null for nobody. A session lasts no longer than the passkey that opened it: once
 * that is removed or flagged, or the account disabled, it is over at the next request.
 */
export async function findCaseworker(
  { agency, secret }: AtDesk<{ secret: string | undefined }>,
  { store, now }: Pick<Deps, 'store' | 'now'>,
): Promise<Caseworker | null> {
  const value = await findSession({ sessions: store.sessions, now }, { agency: agency.id, kind, secret });
  const held = value === null ? null : readSessionValue(value);
  if (held === null) return null;
  const found = await store.passkeys.find({ agency: agency.id, credentialId: held.credentialId });
  return found === null ? null : found.caseworker;
}

/** A session as its owner sees it. */
export type DeskSession = { readonly browser: string; readonly since: Date; readonly usedAt: Date; readonly isThis: boolean };

/** Somebody's sessions that last, the one used last coming first. */
export async function listDeskSessions(
  { agency, caseworker, secret }: AtDesk<{ caseworker: Caseworker; secret: string | undefined }>,
  { store, now }: Pick<Deps, 'store' | 'now'>,
): Promise<readonly DeskSession[]> {
  const open = await listSessions({ sessions: store.sessions, now }, { agency: agency.id, kind, owner: caseworker.id, secret });
  return open.map(({ value, createdAt, usedAt, isThis }) => ({
    ...{ browser: readSessionValue(value)?.browser ?? '', since: createdAt, usedAt, isThis },
  }));
}
