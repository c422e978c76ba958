import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import { buildPasskeyChallenge } from '@daricheh/shared/submission';
import type { CreatedPasskey, PasskeyCeremony, PasskeyWay } from '../core/passkeys/passkey-ceremony.ts';

type Credentials = Pick<CredentialsContainer, 'create' | 'get'>;

export type CeremonyOptions = {
  /** Undefined in a page without passkeys. */
  readonly credentials: Credentials | undefined;
  /** The relying party by name; null: the extension itself, whose id Chromium takes when none is given. Firefox needs a name. */
  readonly rpId: string | null;
  readonly extensionOrigin: string;
};

const timeout = 120_000;
/** EdDSA authenticators are rare, and issuers check these two: ES256, RS256. */
const algorithms = [-7, -257];
/** One account: a wallet set up anew on the same authenticator takes the old passkey's place. */
const user = { id: encodeUtf8('daricheh'), name: 'دریچه', displayName: 'دریچه' };

const sha256 = async (data: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', data));

/** The browser's passkeys. Works in a tab or a window of ours; a service worker has none, and a popup closes under it. */
export function createPasskeyCeremony({ credentials, rpId, extensionOrigin }: CeremonyOptions): PasskeyCeremony {
  const relyingParty = rpId === null ? {} : { id: rpId };

  async function get(challenge: BufferSource, ids: readonly string[], extensions?: AuthenticationExtensionsClientInputs) {
    const publicKey: PublicKeyCredentialRequestOptions = {
      challenge,
      timeout,
      userVerification: 'required',
      allowCredentials: ids.map(describe),
      ...(rpId === null ? {} : { rpId }),
      ...(extensions ? { extensions } : {}),
    };
    return readCredential(await run(() => requireCredentials(credentials).get({ publicKey })), AuthenticatorAssertionResponse);
  }

  return {
    isAvailable: () => credentials !== undefined,

    create: async ({ exclude }) => {
      const nonce = crypto.getRandomValues(new Uint8Array(32));
      const publicKey: PublicKeyCredentialCreationOptions = {
        challenge: await buildPasskeyChallenge({ tag: 'daricheh/register', context: 'onboarding', nonce }, sha256),
        rp: { ...relyingParty, name: 'دریچه' },
        user,
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: exclude.map(describe),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        attestation: 'none',
        timeout,
        extensions: { prf: {} },
      };
      const made = await run(() => requireCredentials(credentials).create({ publicKey }));
      return describeCreated(readCredential(made, AuthenticatorAttestationResponse), { nonce, rpId: rpId ?? extensionOrigin });
    },

    unlock: async ({ vaultId, passkeys }) => {
      const nonce = crypto.getRandomValues(new Uint8Array(32));
      const challenge = await buildPasskeyChallenge({ tag: 'daricheh/unlock', context: vaultId, nonce }, sha256);
      const ids = passkeys.map((passkey) => passkey.credentialId);
      const { credential } = await get(challenge, ids, { prf: { evalByCredential: buildSalts(passkeys) } });
      return { credentialId: encodeId(credential), prf: readPrf(credential) };
    },

    assert: async ({ tag, context, nonce, credentialIds }) => {
      const challenge = await buildPasskeyChallenge({ tag, context, nonce }, sha256);
      const { credential, response } = await get(challenge, credentialIds);
      return {
        credentialId: encodeId(credential),
        authenticatorData: encode(response.authenticatorData),
        clientDataJSON: encode(response.clientDataJSON),
        signature: encode(response.signature),
      };
    },
  };
}

/** Members are taken one by one: `toJSON` of a credential would carry the PRF's secret. */
function describeCreated(
  made: { credential: PublicKeyCredential; response: AuthenticatorAttestationResponse },
  { nonce, rpId }: { nonce: Uint8Array; rpId: string },
): CreatedPasskey {
  const { credential, response } = made;
  const { authenticatorAttachment: attachment } = credential;
  return {
    rpId,
    attachment: attachment === 'platform' || attachment === 'cross-platform' ? attachment : null,
    prf: credential.getClientExtensionResults().prf?.enabled === true,
    registration: {
      credentialId: encodeId(credential),
      attestationObject: encode(response.attestationObject),
      clientDataJSON: encode(response.clientDataJSON),
      transports: response.getTransports(),
      nonce: encodeBase64Url(nonce),
    },
  };
}

/** Salts must be ArrayBuffers: a base64url string is a TypeError. The keys are ids in base64url. */
function buildSalts(passkeys: readonly PasskeyWay[]): Record<string, { first: ArrayBuffer }> {
  return Object.fromEntries(passkeys.map(({ credentialId, salt }) => [credentialId, { first: decodeBase64Url(salt).buffer }]));
}

function readPrf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!(first instanceof ArrayBuffer) || first.byteLength < 32) throw new AppError('passkey_without_prf');
  return new Uint8Array(first);
}

function describe(credentialId: string): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: decodeBase64Url(credentialId) };
}

function readCredential<Response extends AuthenticatorResponse>(
  credential: Credential | null,
  kind: abstract new () => Response,
): { credential: PublicKeyCredential; response: Response } {
  if (!(credential instanceof PublicKeyCredential) || !(credential.response instanceof kind)) throw new AppError('passkey_failed');
  return { credential, response: credential.response };
}

function requireCredentials(credentials: Credentials | undefined): Credentials {
  if (!credentials) throw new AppError('passkey_unsupported');
  return credentials;
}

async function run<Result>(ceremony: () => Promise<Result>): Promise<Result> {
  try {
    return await ceremony();
  } catch (error) {
    throw identifyError(error);
  }
}

/** What WebAuthn's vague errors mean after these requests (WebAuthn Level 3, sections 5.1.3 and 5.1.4). */
const codes: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'passkey_cancelled',
  AbortError: 'passkey_cancelled',
  InvalidStateError: 'passkey_exists',
  NotSupportedError: 'passkey_unsupported',
  ConstraintError: 'passkey_unsupported',
};

function identifyError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new AppError(codes[name] ?? 'passkey_failed', { name }, { cause: error });
}

function encodeId(credential: PublicKeyCredential): string {
  return encode(credential.rawId);
}

function encode(buffer: ArrayBuffer): string {
  return encodeBase64Url(new Uint8Array(buffer));
}
