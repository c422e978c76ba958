import { timingSafeEqual } from 'node:crypto';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { RegistrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { makeRegistrationOptions, verifyRegistration } from '../passkeys/register-passkey.ts';
import { type Named, type Role, roles } from '../storage/staff.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import { hashCode, makeCode, readCode } from './one-time-codes.ts';
import { describeStaffEvent } from './staff-events.ts';

const invitation = z.object({ role: z.enum(roles), invitedBy: z.nullable(z.object({ id: z.string(), name: z.string() })) });
type Invitation = z.infer<typeof invitation>;

/**
 * A code that enrols one person in that role, once, within a day, as long as who invited them is still an administrator.
 * `invitedBy` is null where the agency's back end asks for it.
 */
export async function invite(agency: Agency, { role, invitedBy }: { role: Role; invitedBy: Named | null }, deps: Deps): Promise<string> {
  const event = describeStaffEvent({ kind: 'invited', actor: invitedBy, detail: role }, deps);
  await deps.store.staffEvents.record(agency.id, event);
  return makeCode(agency.id, 'enrolment-code', { role, invitedBy: event.actor }, deps);
}

/** Begins an enrolment. @throws AppError `enrolment_code_invalid` */
export async function beginEnrolment(agency: Agency, { code, name }: { code: string; name: string }, deps: Deps): Promise<object> {
  await readInvitation(agency, code, deps);
  const person = { id: makeRandomName(deps.randomBytes, 16), name };
  return makeRegistrationOptions(describeSite(agency), { use: 'enrol', person }, deps);
}

/**
 * Enrols somebody with the passkey just made, and uses the code up. Returns the passkey's id.
 * @throws AppError `enrolment_code_invalid`, `webauthn_invalid`
 */
export async function finishEnrolment(
  agency: Agency,
  { code, name, passkeyName, response }: { code: string; name: string; passkeyName: string; response: RegistrationAnswer },
  deps: Deps,
): Promise<string> {
  const { role, invitedBy } = await readInvitation(agency, code, deps);
  const passkey = await verifyRegistration(describeSite(agency), { use: 'enrol', answer: response }, deps);
  const caseworker = { agency: agency.id, id: makeRandomName(deps.randomBytes, 16), name, role };
  const event = describeStaffEvent({ kind: 'enrolled', actor: invitedBy, subject: caseworker, detail: role }, deps);
  const enrolment = { caseworker, passkey: { ...passkey, name: passkeyName }, codeHash: hashCode(code), event };
  if (!(await deps.store.caseworkers.enrol(enrolment))) throw new AppError('enrolment_code_invalid');
  return passkey.credentialId;
}

async function readInvitation(agency: Agency, code: string, deps: Deps): Promise<Invitation> {
  const found = isConfigured(agency, code) ? firstInvitation : await findInvitation(agency, code, deps);
  const isUsed = await deps.store.caseworkers.isCodeUsed({ agency: agency.id, codeHash: hashCode(code) });
  if (found === null || isUsed) throw new AppError('enrolment_code_invalid');
  return found;
}

/** The code in the configuration is the operator's own: whoever has it is the first administrator, or the first again after all keys were lost. */
const firstInvitation: Invitation = { role: 'administrator', invitedBy: null };

function isConfigured({ enrolmentCodeHash }: Agency, code: string): boolean {
  return enrolmentCodeHash !== null && timingSafeEqual(sha256(encodeUtf8(code)), enrolmentCodeHash);
}

async function findInvitation(agency: Agency, code: string, deps: Deps): Promise<Invitation | null> {
  const parsed = invitation.safeParse(await readCode(agency.id, 'enrolment-code', code, deps));
  if (!parsed.success) return null;
  const { invitedBy } = parsed.data;
  return invitedBy === null || (await isAdministrator(agency.id, invitedBy.id, deps)) ? parsed.data : null;
}

/** True when the account is an administrator's, and open. */
export async function isAdministrator(agency: string, id: string, { store }: Pick<Deps, 'store'>): Promise<boolean> {
  const account = await store.caseworkers.find({ agency, id });
  return account !== null && account.role === 'administrator' && account.disabledAt === null;
}
