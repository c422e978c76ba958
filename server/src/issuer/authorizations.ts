import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  buildAuthorizationAnswer,
  codeChallengeMethod,
  codeChallengePattern,
  codeVerifierPattern,
  deriveCodeChallenge,
  nameReturnAddress,
  type PushedRequest,
  readAuthorizationDetails,
} from '@daricheh/shared/issuance';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { isIssuedBy } from './configurations.ts';
import { type Grant, isGrantStopped, openGrant, sealGrant, stopGrant } from './grants.ts';
import { createGrant, issuanceOrder } from './offers.ts';
import { createSecret, hashSecret } from './secrets.ts';
import { isWalletAddress } from './wallets.ts';

type AuthorizationDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'walletOrigins'>;

/** How long a citizen may take to sign in. */
export const signInLifetimeMs = 600_000;
/** How long the code lasts that the browser brings back. */
export const codeLifetimeMs = 120_000;

const requestUriPrefix = 'urn:ietf:params:oauth:request_uri:';

const storedRequest = z.strictObject({
  clientId: z.string(),
  redirectUri: z.string(),
  codeChallenge: z.string(),
  state: z.nullable(z.string()),
  issuerState: z.nullable(z.string()),
  configurations: z.array(z.string()),
  isByIdentifier: z.boolean(),
  keyThumbprint: z.nullable(z.string()),
});
type StoredRequest = z.infer<typeof storedRequest>;

const storedCode = z.strictObject({
  sealed: z.string(),
  offerId: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  codeChallenge: z.string(),
  keyThumbprint: z.nullable(z.string()),
});

/** What the agency's back end says of a sign-in: who it is and what they get, or that they get nothing. */
export const authorizationDecision = z.union([issuanceOrder, z.strictObject({ refused: z.literal(true) })]);

/**
 * Keeps the wallet's request for ten minutes; returns the `request_uri` that stands for it. `keyThumbprint`: of the
 * DPoP proof that came with it, if one did.
 * @throws AppError `invalid_client`, `unsupported_response_type`, `malformed_request`, `invalid_scope`,
 * `invalid_authorization_details`, `unknown_credential_configuration`, `invalid_dpop_proof`
 * @see RFC 9126, section 2; RFC 7636, section 4.4; OpenID4VCI 1.0, section 5.1
 */
export async function pushAuthorization(
  deps: AuthorizationDeps,
  agency: Agency,
  request: PushedRequest,
  keyThumbprint: string | null,
): Promise<{ readonly requestUri: string }> {
  const value = checkRequest(deps, agency, request, keyThumbprint);
  const reference = createSecret(deps.randomBytes);
  const at = deps.now();
  const expiresAt = new Date(at.getTime() + signInLifetimeMs);
  await deps.store.oneTime.put({ ...(await nameRequest(deps, agency, await deriveHandle(deps, reference))), value, expiresAt }, at);
  return { requestUri: requestUriPrefix + reference };
}

function checkRequest({ walletOrigins }: AuthorizationDeps, agency: Agency, request: PushedRequest, proven: string | null): StoredRequest {
  const { client_id: clientId, redirect_uri: redirectUri, code_challenge: codeChallenge } = request;
  if (!walletOrigins.includes(clientId)) throw new AppError('invalid_client');
  const isKnown = redirectUri === nameReturnAddress(agency.origin) || isWalletAddress(redirectUri, clientId, walletOrigins);
  if (!isKnown) throw new AppError('malformed_request', { field: 'redirect_uri' });
  if (request.response_type !== 'code') throw new AppError('unsupported_response_type');
  if (request.code_challenge_method !== codeChallengeMethod) throw new AppError('malformed_request', { field: 'code_challenge_method' });
  if (codeChallenge === undefined || !codeChallengePattern.test(codeChallenge)) {
    throw new AppError('malformed_request', { field: 'code_challenge' });
  }
  const { dpop_jkt: announced = proven } = request;
  if (proven !== null && announced !== proven) throw new AppError('invalid_dpop_proof', { what: 'dpop_jkt' });
  return {
    ...{ clientId, redirectUri, codeChallenge, keyThumbprint: announced },
    ...{ state: request.state ?? null, issuerState: request.issuer_state ?? null },
    ...readConfigurations(agency, request),
  };
}

/** What is asked for, by `authorization_details` or by `scope`, which bears the ids of configurations. */
function readConfigurations(
  agency: Agency,
  { authorization_details: details, scope }: PushedRequest,
): Pick<StoredRequest, 'configurations' | 'isByIdentifier'> {
  if (details !== undefined) {
    const configurations = [...readAuthorizationDetails(details)];
    if (!configurations.every((id) => isIssuedBy(agency, id)))
      throw new AppError('invalid_authorization_details', { what: 'configuration' });
    return { configurations, isByIdentifier: true };
  }
  const configurations = [...new Set(scope?.split(' '))];
  if (configurations.length === 0 || !configurations.every((id) => isIssuedBy(agency, id))) throw new AppError('invalid_scope');
  return { configurations, isByIdentifier: false };
}

/**
 * Where the browser goes on: the agency's own page, with a handle that means nothing to anybody but the agency's back end.
 * The same request leads to the same handle, so that a page may be loaded again.
 * @throws AppError `authorization_unknown`
 */
export async function startSignIn(
  deps: AuthorizationDeps,
  agency: Agency,
  { clientId, requestUri }: { readonly clientId: string; readonly requestUri: string },
): Promise<{ readonly handle: string }> {
  if (!requestUri.startsWith(requestUriPrefix)) throw new AppError('authorization_unknown');
  const handle = await deriveHandle(deps, requestUri.slice(requestUriPrefix.length));
  const request = await readRequest(deps, agency, handle);
  if (request.clientId !== clientId) throw new AppError('authorization_unknown');
  return { handle };
}

/** What the wallet asked for, for the agency's page to show. @throws AppError `authorization_unknown` */
export async function describeAuthorization(deps: AuthorizationDeps, agency: Agency, handle: string) {
  const { clientId, configurations, issuerState } = await readRequest(deps, agency, handle);
  return { clientId, configurations, issuerState };
}

/**
 * Ends a sign-in as the agency's back end decided; returns where the browser goes, and the name by which the agency may
 * withdraw what it granted. A sign-in ends once.
 * @throws AppError `authorization_unknown`, `malformed_request`
 */
export async function completeAuthorization(
  deps: AuthorizationDeps,
  agency: Agency,
  handle: string,
  decision: z.infer<typeof authorizationDecision>,
): Promise<{ readonly redirectUri: string; readonly offerId?: string }> {
  const request = await readRequest(deps, agency, handle);
  const grant = 'refused' in decision ? null : createGrant(deps, agency, decision);
  if (grant && !grant.configurations.every((id) => request.configurations.includes(id))) {
    throw new AppError('malformed_request', { field: 'configurations' });
  }
  if ((await deps.store.oneTime.take(await nameRequest(deps, agency, handle), deps.now())) === null)
    throw new AppError('authorization_unknown');
  const to = { redirectUri: request.redirectUri, state: request.state, issuer: agency.origin };
  if (!grant) return { redirectUri: buildAuthorizationAnswer({ kind: 'refused', error: 'access_denied' }, to) };
  const code = await keepCode(deps, agency, request, { ...grant, isByIdentifier: request.isByIdentifier });
  return { redirectUri: buildAuthorizationAnswer({ kind: 'code', code }, to), offerId: grant.offerId };
}

async function keepCode(deps: AuthorizationDeps, agency: Agency, request: StoredRequest, grant: Grant): Promise<string> {
  const code = createSecret(deps.randomBytes);
  const at = deps.now();
  const { clientId, redirectUri, codeChallenge, keyThumbprint } = request;
  const sealed = sealGrant(grant, { secret: code, purpose: 'authorization_code' });
  const value = { sealed, offerId: grant.offerId, clientId, redirectUri, codeChallenge, keyThumbprint };
  const expiresAt = new Date(at.getTime() + codeLifetimeMs);
  await deps.store.oneTime.put({ ...(await nameCode(deps, agency, code)), value, expiresAt }, at);
  return code;
}

export type CodeRedemption = {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly keyThumbprint: string;
};

/**
 * The grant of the code, which from then on is worth nothing. Shown again, it was seen by somebody else: then whatever
 * it brought is stopped.
 * @throws AppError `invalid_grant`
 * @see RFC 6749, sections 4.1.2 and 4.1.3; RFC 7636, section 4.6; RFC 9449, section 10
 */
export async function redeemAuthorizationCode(deps: AuthorizationDeps, agency: Agency, shown: CodeRedemption): Promise<Grant> {
  const { store, now, sha256 } = deps;
  const name = await nameCode(deps, agency, shown.code);
  await refuseReplay(deps, agency, name);
  const stored = storedCode.safeParse(await store.oneTime.read(name, now()));
  if (!stored.success) throw new AppError('invalid_grant');
  const { offerId, sealed, clientId, redirectUri, codeChallenge, keyThumbprint } = stored.data;
  const isSame = clientId === shown.clientId && redirectUri === shown.redirectUri;
  const isBound = keyThumbprint === null || keyThumbprint === shown.keyThumbprint;
  const isVerified =
    codeVerifierPattern.test(shown.codeVerifier) && (await deriveCodeChallenge(shown.codeVerifier, sha256)) === codeChallenge;
  if (!isSame || !isBound || !isVerified) throw new AppError('invalid_grant');
  const expiresAt = new Date(now().getTime() + signInLifetimeMs);
  const isFirst = await store.oneTime.put({ ...name, kind: 'used_authorization_code', value: offerId, expiresAt }, now());
  if (!isFirst) await refuseReplay(deps, agency, name);
  await store.oneTime.take(name, now());
  const grant = openGrant(sealed, { secret: shown.code, purpose: 'authorization_code' });
  if (!grant || (await isGrantStopped(deps, agency, offerId))) throw new AppError('invalid_grant');
  return grant;
}

async function refuseReplay(deps: AuthorizationDeps, agency: Agency, name: RecordName): Promise<void> {
  const offerId = await deps.store.oneTime.read({ ...name, kind: 'used_authorization_code' }, deps.now());
  if (typeof offerId !== 'string') return;
  await stopGrant(deps, agency, offerId, 'replayed');
  throw new AppError('invalid_grant');
}

async function readRequest(deps: AuthorizationDeps, agency: Agency, handle: string): Promise<StoredRequest> {
  const value: Json | null = await deps.store.oneTime.read(await nameRequest(deps, agency, handle), deps.now());
  const parsed = storedRequest.safeParse(value);
  if (!parsed.success) throw new AppError('authorization_unknown');
  return parsed.data;
}

type RecordName = { readonly agency: string; readonly kind: string; readonly key: string };

async function nameRequest({ sha256 }: AuthorizationDeps, agency: Agency, handle: string): Promise<RecordName> {
  return { agency: agency.id, kind: 'authorization_request', key: await hashSecret(handle, sha256) };
}

async function nameCode({ sha256 }: AuthorizationDeps, agency: Agency, code: string): Promise<RecordName> {
  return { agency: agency.id, kind: 'authorization_code', key: await hashSecret(code, sha256) };
}

/** What is in the agency's address bar is not what is in the wallet's. */
function deriveHandle({ sha256 }: AuthorizationDeps, reference: string): Promise<string> {
  return hashSecret(`authorization ${reference}`, sha256);
}
