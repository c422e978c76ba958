import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Deps } from '../deps.ts';
import type { Caseworker, StoredPasskey } from '../storage/staff.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import { type AssertionAnswer, maxCredentialIdCharacters } from './ceremony-answers.ts';
import { type ChallengeUse, makeChallenge, takeChallenge } from './challenge.ts';
import type { PasskeySite } from './passkey-site.ts';

type AssertPorts = Pick<Deps, 'store' | 'now' | 'randomBytes'>;

/** Who asserted, and by which passkey. */
export type Asserted = { readonly caseworker: Caseworker; readonly credentialId: string };

/**
 * What the page hands to `PublicKeyCredential.parseRequestOptionsFromJSON`. `existing` names the passkeys of somebody who
 * is signed in; before that none is named, and so nobody is told who is enrolled.
 */
export async function makeAssertionOptions(
  site: PasskeySite,
  { use, existing = [] }: { use: ChallengeUse; existing?: readonly string[] },
  deps: AssertPorts,
): Promise<object> {
  const challenge = await makeChallenge(site.agency, use, deps);
  const allowCredentials = existing.map((id) => ({ type: 'public-key', id }));
  return { challenge, rpId: site.rpId, userVerification: 'required', timeout: 300_000, allowCredentials };
}

/**
 * The caseworker whose passkey signed our challenge at this site, its user verified. The counter of an authenticator
 * that keeps one must have grown, and is written before anybody counts as having asserted; a passkey whose counter went
 * back is flagged, and opens nothing from then on, whoever holds it. An id that is not enrolled is answered as a wrong
 * signature is, after the same work.
 * @throws AppError `webauthn_invalid` @see WebAuthn Level 3, section 7.2 and, for the counter, 6.1.1
 */
export async function verifyAssertion(
  site: PasskeySite,
  { use, answer }: { use: ChallengeUse; answer: AssertionAnswer },
  ports: AssertPorts,
): Promise<Asserted> {
  const expectedChallenge = await takeChallenge(site.agency, use, answer.response.clientDataJSON, ports);
  if (answer.id.length > maxCredentialIdCharacters) throw new AppError('webauthn_invalid', { what: 'assertion' });
  const name = { agency: site.agency, credentialId: answer.id };
  const found = await ports.store.passkeys.find(name);
  const to = await readCounter(site, answer, expectedChallenge, found?.passkey ?? decoyPasskey);
  if (found === null) throw new AppError('webauthn_invalid', { what: 'assertion' });
  const { caseworker, passkey } = found;
  const isBehind = (to > 0 || passkey.counter > 0) && to <= passkey.counter;
  if (isBehind) await flag({ caseworker, credentialId: answer.id }, ports);
  if (isBehind || !(await ports.store.passkeys.advanceCounter({ ...name, from: passkey.counter, to, at: ports.now() }))) {
    throw new AppError('webauthn_invalid', { what: 'counter' });
  }
  return { caseworker, credentialId: answer.id };
}

/** A key that nobody has: its x and y are those of the point 2G of P-256, so that it is on the curve. */
const decoyPasskey: StoredPasskey = {
  credentialId: 'none',
  publicKey: 'pQECAyYgASFYIHzyexiNA09-ilI4AwS1GsPAiWnid_IbNaYLSPxHZpl4IlggB3dVENuO0EApPZrGn3Qw27p9reY86YIpngS3nSJ4c9E',
  counter: 0,
};

/** The counter that the assertion tells, once all else of it holds. */
async function readCounter(site: PasskeySite, answer: AssertionAnswer, expectedChallenge: string, passkey: StoredPasskey): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    // The library judges the counter before the signature, and so would let a stranger have a passkey flagged: we judge it after.
    credential: { id: passkey.credentialId, publicKey: decodeBase64Url(passkey.publicKey), counter: 0 },
  }).catch(() => {
    // Not as cause: the library quotes what was sent in its messages.
    throw new AppError('webauthn_invalid', { what: 'assertion' });
  });
  if (!verified) throw new AppError('webauthn_invalid', { what: 'assertion' });
  return authenticationInfo.newCounter;
}

async function flag({ caseworker, credentialId }: Asserted, { store, now, randomBytes }: AssertPorts): Promise<void> {
  const { agency, id, name } = caseworker;
  const passkey = (await store.passkeys.list(caseworker)).find((each) => each.credentialId === credentialId);
  const event = {
    ...{ id: makeRandomName(randomBytes, 16), at: now(), kind: 'passkey-flagged' as const },
    ...{ actor: null, subject: { id, name }, detail: passkey?.name ?? null },
  };
  await store.passkeys.flag({ agency, credentialId }, event);
}
