import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { makeAssertionOptions, verifyAssertion } from '../passkeys/assert-passkey.ts';
import type { AssertionAnswer, RegistrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { makeRegistrationOptions, verifyRegistration } from '../passkeys/register-passkey.ts';
import { sessionLimits } from '../sessions/sessions.ts';
import type { Caseworker } from '../storage/staff.ts';
import { readSessionValue } from './desk-session.ts';
import { describeStaffEvent } from './staff-events.ts';

type Own<T> = T & { readonly agency: Agency; readonly caseworker: Caseworker };

/** Asks somebody who is signed in to show a passkey of theirs again, before an act that changes who can get in. */
export async function beginConfirmation({ agency, caseworker }: Own<object>, deps: Deps): Promise<object> {
  const existing = (await deps.store.passkeys.list(caseworker)).map(({ credentialId }) => credentialId);
  return makeAssertionOptions(describeSite(agency), { use: `confirm:${caseworker.id}`, existing }, deps);
}

/** Holds when the answer is a fresh one by the same person. @throws AppError `webauthn_invalid` */
export async function confirm({ agency, caseworker, answer }: Own<{ readonly answer: AssertionAnswer }>, deps: Deps): Promise<void> {
  const asserted = await verifyAssertion(describeSite(agency), { use: `confirm:${caseworker.id}`, answer }, deps);
  if (asserted.caseworker.id !== caseworker.id) throw new AppError('webauthn_invalid', { what: 'assertion' });
}

/** Begins the making of one more passkey. */
export async function beginAdding({ agency, caseworker }: Own<object>, deps: Deps): Promise<object> {
  const existing = (await deps.store.passkeys.list(caseworker)).map(({ credentialId }) => credentialId);
  return makeRegistrationOptions(describeSite(agency), { use: `add:${caseworker.id}`, person: caseworker, existing }, deps);
}

/** Adds the passkey just made. @throws AppError `webauthn_invalid` */
export async function finishAdding(
  { agency, caseworker, name, response }: Own<{ readonly name: string; readonly response: RegistrationAnswer }>,
  deps: Deps,
): Promise<void> {
  const made = await verifyRegistration(describeSite(agency), { use: `add:${caseworker.id}`, answer: response }, deps);
  const event = describeStaffEvent({ kind: 'passkey-added', actor: caseworker, subject: caseworker, detail: name }, deps);
  if (!(await deps.store.passkeys.add(caseworker, { ...made, name }, event)))
    throw new AppError('webauthn_invalid', { what: 'registration' });
}

/** Removes a passkey and ends what it opened. @throws AppError `not_found`, `last_passkey` */
export async function removePasskey({ caseworker, credentialId }: Own<{ readonly credentialId: string }>, deps: Deps): Promise<void> {
  const { passkeys, sessions } = deps.store;
  const passkey = (await passkeys.list(caseworker)).find((each) => each.credentialId === credentialId);
  if (passkey === undefined) throw new AppError('not_found');
  const event = describeStaffEvent({ kind: 'passkey-removed', actor: caseworker, subject: caseworker, detail: passkey.name }, deps);
  const outcome = await passkeys.remove(caseworker, credentialId, event);
  if (outcome === 'unknown') throw new AppError('not_found');
  if (outcome === 'last') throw new AppError('last_passkey');
  // They would open nothing any more; that they do not stand in the list either is for whoever reads it.
  for (const { key } of await listOpenedBy(credentialId, caseworker, deps)) {
    await sessions.remove({ agency: caseworker.agency, kind: 'caseworker', key });
  }
}

async function listOpenedBy(credentialId: string, { agency, id }: Caseworker, { store, now }: Deps) {
  const open = await store.sessions.list({ agency, kind: 'caseworker', owner: id }, sessionLimits, now());
  return open.filter(({ value }) => readSessionValue(value)?.credentialId === credentialId);
}
