import { readCbor } from '@daricheh/shared/cbor';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Deps } from '../deps.ts';
import type { StoredPasskey } from '../storage/staff.ts';
import { maxCredentialIdCharacters, type RegistrationAnswer } from './ceremony-answers.ts';
import { type ChallengeUse, makeChallenge, takeChallenge } from './challenge.ts';
import type { PasskeySite } from './passkey-site.ts';

/** ES256, and RS256 for platforms whose authenticator has no other. */
const algorithms = [-7, -257];

export type Registration = {
  readonly use: ChallengeUse;
  readonly person: { readonly id: string; readonly name: string };
  /** Ids of the passkeys that the person has: the same authenticator is not asked for a second. */
  readonly existing?: readonly string[];
};

/** What the page hands to `PublicKeyCredential.parseCreationOptionsFromJSON`: a discoverable passkey, its user verified. */
export async function makeRegistrationOptions(
  site: PasskeySite,
  { use, person, existing = [] }: Registration,
  deps: Deps,
): Promise<object> {
  return {
    rp: { id: site.rpId, name: site.name },
    user: { id: encodeBase64Url(encodeUtf8(person.id)), name: person.name, displayName: person.name },
    challenge: await makeChallenge(site.agency, use, deps),
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: existing.map((id) => ({ type: 'public-key', id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    timeout: 300_000,
  };
}

/**
 * The passkey that a registration made, at this site, under a challenge of ours made for `use`, with its user verified.
 * Who makes the authenticator is not asked.
 * @throws AppError `webauthn_invalid` @see WebAuthn Level 3, section 7.1
 */
export async function verifyRegistration(
  site: PasskeySite,
  { use, answer }: { use: ChallengeUse; answer: RegistrationAnswer },
  deps: Pick<Deps, 'store' | 'now'>,
): Promise<StoredPasskey> {
  const expectedChallenge = await takeChallenge(site.agency, use, answer.response.clientDataJSON, deps);
  try {
    return await readRegistration(site, answer, expectedChallenge);
  } catch {
    // Not as cause: the library quotes what was sent in its messages.
    throw new AppError('webauthn_invalid', { what: 'registration' });
  }
}

async function readRegistration(site: PasskeySite, answer: RegistrationAnswer, expectedChallenge: string): Promise<StoredPasskey> {
  // The library reads the first item and leaves what follows; and it takes CBOR that two readers may understand in two ways.
  readCbor(decodeBase64Url(answer.response.attestationObject));
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  });
  if (!verified) throw new Error('not verified');
  const { id, publicKey, counter } = registrationInfo.credential;
  if (id !== answer.id || id.length > maxCredentialIdCharacters) throw new Error('id');
  return { credentialId: id, publicKey: encodeBase64Url(publicKey), counter };
}
