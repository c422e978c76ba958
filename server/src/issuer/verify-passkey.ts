import { readCbor } from '@daricheh/shared/cbor';
import { decodeBase64Url, encodeBase64Url, type Json, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  buildIssuanceChallenge,
  buildRegistrationChallenge,
  type PasskeyEvidence,
  type PasskeyRegistration,
} from '@daricheh/shared/issuance';
import { type ListedPasskey, parseCoseKey } from '@daricheh/shared/submission';
import { verifyAuthenticationResponse, verifyRegistrationResponse, type WebAuthnCredential } from '@simplewebauthn/server';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';

type Registered = { readonly credential: WebAuthnCredential; readonly origin: string; readonly rpId: string };

const maxCredentialIdBytes = 1023;

/**
 * The passkey as the signing credential lists it, once its registration in a wallet that counts holds, and a fresh
 * assertion by it answers this issuer and this nonce, with the user verified both times.
 * @throws AppError `passkey_registration_invalid`; which check failed is in the cause, for our own log
 * @see WebAuthn Level 3, sections 7.1 and 7.2
 */
export async function verifyPasskey(
  { walletOrigins, sha256 }: Pick<Deps, 'walletOrigins' | 'sha256'>,
  agency: Agency,
  { registration, assertion }: PasskeyEvidence,
  nonce: string,
): Promise<ListedPasskey> {
  try {
    const registered = await verifyRegistration(registration, walletOrigins, await registrationChallenge(registration, sha256));
    const challenge = encodeBase64Url(await buildIssuanceChallenge({ issuer: agency.origin, nonce }, sha256));
    await verifyAssertion(assertion, registered, challenge);
    return listPasskey(registered);
  } catch (cause) {
    throw new AppError('passkey_registration_invalid', {}, { cause });
  }
}

async function registrationChallenge({ nonce }: PasskeyRegistration, sha256: Deps['sha256']): Promise<string> {
  return encodeBase64Url(await buildRegistrationChallenge(decodeBase64Url(nonce), sha256));
}

async function verifyRegistration(
  registration: PasskeyRegistration,
  walletOrigins: readonly string[],
  expectedChallenge: string,
): Promise<Registered> {
  const { credentialId, clientDataJSON, attestationObject } = registration;
  if (decodeBase64Url(credentialId).length > maxCredentialIdBytes) throw new Error('credential id too long');
  refuseCrossOrigin(clientDataJSON);
  // The library reads the first item and leaves what follows; and it takes CBOR that two readers may understand in two ways.
  readCbor(decodeBase64Url(attestationObject));
  const { verified, registrationInfo: info } = await verifyRegistrationResponse({
    response: {
      id: credentialId,
      rawId: credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, transports: [] },
    },
    expectedChallenge,
    expectedOrigin: [...walletOrigins],
    expectedRPID: [...walletOrigins],
    supportedAlgorithmIDs: [-7, -257],
    requireUserVerification: true,
  });
  if (!verified || info.credential.id !== credentialId) throw new Error('registration not verified');
  // In Chromium a wallet's RP id is its origin; one wallet's passkey must not be shown by another wallet.
  if (info.rpID !== info.origin) throw new Error('origin and RP id differ');
  return { credential: info.credential, origin: info.origin, rpId: info.rpID };
}

async function verifyAssertion(
  assertion: PasskeyEvidence['assertion'],
  { credential, origin, rpId }: Registered,
  expectedChallenge: string,
): Promise<void> {
  const { credentialId, clientDataJSON, authenticatorData, signature } = assertion;
  if (credentialId !== credential.id) throw new Error('assertion by another passkey');
  refuseCrossOrigin(clientDataJSON);
  const { verified } = await verifyAuthenticationResponse({
    response: {
      id: credentialId,
      rawId: credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    // Synchronised passkeys keep no counter, and this evidence is looked at once: the nonce is what makes it fresh.
    credential: { ...credential, counter: 0 },
    requireUserVerification: true,
  });
  if (!verified) throw new Error('assertion not verified');
}

/** The strict reader of COSE keys is the one that submissions are verified with later. */
function listPasskey({ credential, rpId }: Registered): ListedPasskey {
  const publicKey = new Uint8Array(credential.publicKey);
  return { id: credential.id, public_key: encodeBase64Url(publicKey), alg: parseCoseKey(publicKey).alg, rp_id: rpId };
}

function refuseCrossOrigin(clientDataJSON: string): void {
  const clientData: Json = parseStrictJson(decodeBase64Url(clientDataJSON));
  if (typeof clientData !== 'object' || clientData === null || Array.isArray(clientData)) throw new Error('client data');
  const { crossOrigin, topOrigin } = clientData as { readonly [name: string]: Json };
  if ((crossOrigin !== undefined && crossOrigin !== false) || topOrigin !== undefined) throw new Error('cross-origin ceremony');
}
