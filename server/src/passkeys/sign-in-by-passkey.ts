import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Deps } from '../deps.ts';
import type { StoredPasskey } from '../storage/store.ts';
import type { AssertionAnswer } from './ceremony-answers.ts';
import { makeChallenge, takeChallenge } from './challenge.ts';
import type { PasskeySite } from './passkey-site.ts';

type SignInPorts = Pick<Deps, 'store' | 'now'>;

/** What the page hands to `PublicKeyCredential.parseRequestOptionsFromJSON`. It names no passkey, so it tells nobody who is enrolled. */
export async function makeSignInOptions(site: PasskeySite, deps: Deps): Promise<object> {
  const challenge = await makeChallenge(site.agency, 'sign-in', deps);
  return { challenge, rpId: site.rpId, userVerification: 'required', timeout: 300_000, allowCredentials: [] };
}

/**
 * The id of the caseworker whose passkey signed our challenge at this site, its user verified. The counter of an
 * authenticator that keeps one must have grown, and is written before the caseworker counts as signed in.
 * @throws AppError `webauthn_invalid` @see WebAuthn Level 3, section 7.2
 */
export async function verifySignIn(site: PasskeySite, answer: AssertionAnswer, { store, now }: SignInPorts): Promise<string> {
  const expectedChallenge = await takeChallenge(site.agency, 'sign-in', answer.response.clientDataJSON, { store, now });
  const found = await store.caseworkers.findPasskey({ agency: site.agency, credentialId: answer.id });
  if (found === null) throw new AppError('webauthn_invalid', { what: 'assertion' });
  const to = await verifyAssertion(site, answer, expectedChallenge, found.passkey);
  const name = { agency: site.agency, credentialId: answer.id };
  if (!(await store.caseworkers.advanceCounter({ ...name, from: found.passkey.counter, to }))) {
    throw new AppError('webauthn_invalid', { what: 'counter' });
  }
  return found.caseworkerId;
}

async function verifyAssertion(
  site: PasskeySite,
  answer: AssertionAnswer,
  expectedChallenge: string,
  passkey: StoredPasskey,
): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: decodeBase64Url(passkey.publicKey), counter: passkey.counter },
  }).catch(() => {
    // Not as cause: the library quotes what was sent in its messages.
    throw new AppError('webauthn_invalid', { what: 'assertion' });
  });
  if (!verified) throw new AppError('webauthn_invalid', { what: 'assertion' });
  return authenticationInfo.newCounter;
}
