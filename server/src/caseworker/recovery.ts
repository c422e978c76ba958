import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { RegistrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { makeRegistrationOptions, verifyRegistration } from '../passkeys/register-passkey.ts';
import type { Account, Caseworker } from '../storage/staff.ts';
import { isAdministrator } from './enrolment.ts';
import { hashCode, makeCode, readCode } from './one-time-codes.ts';
import { describeStaffEvent } from './staff-events.ts';

const kind = 'recovery-code';
const recoveryOrder = z.object({ accountId: z.string(), openedBy: z.object({ id: z.string(), name: z.string() }) });
type Recovery = { readonly account: Account; readonly openedBy: { readonly id: string; readonly name: string } };

/** True once an agency has two administrators with open accounts: before that nobody could recover the one. */
export function canRecover(accounts: readonly Account[]): boolean {
  return accounts.filter(({ role, disabledAt }) => role === 'administrator' && disabledAt === null).length >= 2;
}

/**
 * A code by which the owner of an account puts a new passkey in the place of all that it had: once, within a day. An
 * administrator opens it for somebody else, never for themselves.
 * @throws AppError `own_account`; `not_found`; `account_changed` when it is disabled; `second_administrator_needed`
 */
export async function openRecovery(
  agency: Agency,
  { administrator, accountId }: { administrator: Caseworker; accountId: string },
  deps: Deps,
): Promise<string> {
  if (administrator.id === accountId) throw new AppError('own_account');
  const accounts = await deps.store.caseworkers.list(agency.id);
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw new AppError('not_found');
  if (account.disabledAt !== null) throw new AppError('account_changed');
  if (!canRecover(accounts)) throw new AppError('second_administrator_needed');
  const event = describeStaffEvent({ kind: 'recovery-opened', actor: administrator, subject: account }, deps);
  await deps.store.staffEvents.record(agency.id, event);
  return makeCode(agency.id, kind, { accountId, openedBy: { id: administrator.id, name: administrator.name } }, deps);
}

/** Whose account the code opens. @throws AppError `enrolment_code_invalid` */
export async function readRecovery(agency: Agency, code: string, deps: Deps): Promise<Recovery> {
  const parsed = recoveryOrder.safeParse(await readCode(agency.id, kind, code, deps));
  if (!parsed.success) throw new AppError('enrolment_code_invalid');
  const { accountId, openedBy } = parsed.data;
  const account = await deps.store.caseworkers.find({ agency: agency.id, id: accountId });
  const isGood = account !== null && account.disabledAt === null && (await isAdministrator(agency.id, openedBy.id, deps));
  if (!isGood) throw new AppError('enrolment_code_invalid');
  return { account, openedBy };
}

/** Begins a recovery. @throws AppError `enrolment_code_invalid` */
export async function beginRecovery(agency: Agency, code: string, deps: Deps): Promise<object> {
  const { account } = await readRecovery(agency, code, deps);
  return makeRegistrationOptions(describeSite(agency), { use: `recover:${account.id}`, person: account }, deps);
}

/**
 * Puts the passkey just made in the place of all that the account had, ends its sessions, and uses the code up. Returns
 * the passkey's id.
 * @throws AppError `enrolment_code_invalid`, `webauthn_invalid`
 */
export async function finishRecovery(
  agency: Agency,
  { code, passkeyName, response }: { code: string; passkeyName: string; response: RegistrationAnswer },
  deps: Deps,
): Promise<string> {
  const { account, openedBy } = await readRecovery(agency, code, deps);
  const made = await verifyRegistration(describeSite(agency), { use: `recover:${account.id}`, answer: response }, deps);
  const event = describeStaffEvent({ kind: 'recovered', actor: openedBy, subject: account, detail: passkeyName }, deps);
  const passkey = { ...made, name: passkeyName };
  const isDone = await deps.store.caseworkers.recover({ account, code: { kind, key: hashCode(code) }, passkey, event });
  if (!isDone) throw new AppError('enrolment_code_invalid');
  await deps.store.sessions.removeOwned({ agency: agency.id, kind: 'caseworker', owner: account.id }, null);
  return passkey.credentialId;
}
