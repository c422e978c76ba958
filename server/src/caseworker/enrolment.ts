import { timingSafeEqual } from 'node:crypto';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { RegistrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { makeRegistrationOptions, verifyRegistration } from '../passkeys/register-passkey.ts';
import { makeRandomName } from '../submissions/random-names.ts';

const kind = 'enrolment-code';
const codeLifetimeMs = 24 * 3_600_000;

/** A code that enrols one caseworker, once, within a day. Its hash is what the server keeps. */
export async function makeEnrolmentCode(agency: Agency, { store, now, randomBytes }: Deps): Promise<string> {
  const code = makeRandomName(randomBytes, 16);
  const expiresAt = new Date(now().getTime() + codeLifetimeMs);
  await store.oneTime.put({ agency: agency.id, kind, key: hashCode(code), value: true, expiresAt }, now());
  return code;
}

/** Begins a caseworker's enrolment. @throws AppError `enrolment_code_invalid` */
export async function beginEnrolment(agency: Agency, { code, name }: { code: string; name: string }, deps: Deps): Promise<object> {
  await checkCode(agency, code, deps);
  return makeRegistrationOptions(describeSite(agency), { id: makeRandomName(deps.randomBytes, 16), name }, deps);
}

/**
 * Enrols a caseworker with the passkey just made, and uses the code up. Returns the caseworker's id.
 * @throws AppError `enrolment_code_invalid`, `webauthn_invalid`
 */
export async function finishEnrolment(
  agency: Agency,
  { code, name, response }: { code: string; name: string; response: RegistrationAnswer },
  deps: Deps,
): Promise<string> {
  await checkCode(agency, code, deps);
  const passkey = await verifyRegistration(describeSite(agency), response, deps);
  const caseworker = { agency: agency.id, id: makeRandomName(deps.randomBytes, 16), name };
  const isEnrolled = await deps.store.caseworkers.enrol({ caseworker, passkey, codeHash: hashCode(code), at: deps.now() });
  if (!isEnrolled) throw new AppError('enrolment_code_invalid');
  return caseworker.id;
}

async function checkCode(agency: Agency, code: string, { store, now }: Deps): Promise<void> {
  const codeHash = hashCode(code);
  const isConfigured = agency.enrolmentCodeHash !== null && timingSafeEqual(sha256(encodeUtf8(code)), agency.enrolmentCodeHash);
  const isKnown = isConfigured || (await store.oneTime.read({ agency: agency.id, kind, key: codeHash }, now())) !== null;
  if (!isKnown || (await store.caseworkers.isCodeUsed({ agency: agency.id, codeHash }))) throw new AppError('enrolment_code_invalid');
}

function hashCode(code: string): string {
  return encodeBase64Url(sha256(encodeUtf8(code)));
}
