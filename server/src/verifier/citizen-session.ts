import * as z from 'zod/mini';
import { closeSession, findSession, openSession } from '../sessions/sessions.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';
import type { Subject } from './verify-answer.ts';

const stored = z.strictObject({ use: z.string(), claims: z.record(z.string(), z.json()) });
const kind = 'citizen';

/** Opens a session for `subject` under a new secret, and ends the one that the browser had. */
export async function signIn(
  { agency, subject, formerSecret }: AtAgency<{ readonly subject: Subject; readonly formerSecret: string | undefined }>,
  ports: VerifierPorts,
): Promise<string> {
  const { sessions } = ports.store;
  await closeSession({ sessions }, { agency: agency.id, kind, secret: formerSecret });
  return openSession({ ...ports, sessions }, { agency: agency.id, kind, value: { use: subject.use, claims: subject.claims }, owner: null });
}

/** Who is signed in with this secret; null for nobody. */
export async function findCitizen(
  { agency, secret }: AtAgency<{ readonly secret: string | undefined }>,
  ports: VerifierPorts,
): Promise<Subject | null> {
  const value = await findSession({ ...ports, sessions: ports.store.sessions }, { agency: agency.id, kind, secret });
  return value === null ? null : stored.parse(value);
}

/** Ends the session, if there is one. */
export async function signOut({ agency, secret }: AtAgency<{ readonly secret: string | undefined }>, ports: VerifierPorts): Promise<void> {
  await closeSession({ sessions: ports.store.sessions }, { agency: agency.id, kind, secret });
}
