import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Deps } from '../deps.ts';
import type { StoredPasskey } from '../storage/store.ts';
import type { RegistrationAnswer } from './ceremony-answers.ts';
import { makeChallenge, takeChallenge } from './challenge.ts';
import type { PasskeySite } from './passkey-site.ts';

/** ES256, and RS256 for platforms whose authenticator has no other. */
const algorithms = [-7, -257];

/** What the page hands to `PublicKeyCredential.parseCreationOptionsFromJSON`: a discoverable passkey, its user verified. */
export async function makeRegistrationOptions(site: PasskeySite, person: { id: string; name: string }, deps: Deps): Promise<object> {
  return {
    rp: { id: site.rpId, name: site.name },
    user: { id: encodeBase64Url(encodeUtf8(person.id)), name: person.name, displayName: person.name },
    challenge: await makeChallenge(site.agency, 'enrol', deps),
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    timeout: 300_000,
  };
}

/**
 * The passkey that a registration made, at this site, under a challenge of ours, with its user verified. Who makes the
 * authenticator is not asked.
 * @throws AppError `webauthn_invalid` @see WebAuthn Level 3, section 7.1
 */
export async function verifyRegistration(
  site: PasskeySite,
  answer: RegistrationAnswer,
  deps: Pick<Deps, 'store' | 'now'>,
): Promise<StoredPasskey> {
  const expectedChallenge = await takeChallenge(site.agency, 'enrol', answer.response.clientDataJSON, deps);
  const verified = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => {
    // Not as cause: the library quotes what was sent in its messages.
    throw new AppError('webauthn_invalid', { what: 'registration' });
  });
  if (!verified.verified) throw new AppError('webauthn_invalid', { what: 'registration' });
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey: encodeBase64Url(publicKey), counter };
}
