import { AppError } from '@daricheh/shared/errors';
import type { TokenResponse } from '@daricheh/shared/issuance';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { type Grant, isGrantStopped, openGrant, sealGrant, stopGrant } from './grants.ts';
import { nameCredential } from './name-credential.ts';
import { createSecret, hashSecret } from './secrets.ts';

type TokenDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256'>;

/** How long an access token lasts: a wallet receives everything at once, and renews the token later. */
export const accessTokenLifetimeMs = 600_000;
/** How long a refresh token lasts unused: longer than any document, so that a wallet which sleeps for a year can renew. */
const refreshTokenLifetimeMs = 400 * 86_400_000;
/** How long a refresh token that was used may be used again: the answer may have been lost on its way. */
const graceMs = 60_000;

const storedToken = z.object({ sealed: z.string(), offerId: z.string(), keyThumbprint: z.string() });
const usedToken = z.object({ offerId: z.string(), keyThumbprint: z.string(), usedAt: z.int() });

/** Who holds a token: the thumbprint of the wallet's DPoP key. */
export type TokenHolder = { readonly keyThumbprint: string };

/** What either token is good for: an access token may be asked for less than the whole. */
export type GrantedTokens = { readonly access: Grant; readonly refresh: Grant };

/**
 * An access token and a refresh token, both bound to the holder's key.
 * @see RFC 6749, section 5.1; RFC 9449, section 5; OpenID4VCI 1.0, section 6.2
 */
export async function issueTokens(
  deps: TokenDeps,
  agency: Agency,
  { access, refresh }: GrantedTokens,
  { keyThumbprint }: TokenHolder,
): Promise<TokenResponse> {
  const accessToken = await keepToken(deps, agency, access, { kind: 'access_token', lifetimeMs: accessTokenLifetimeMs, keyThumbprint });
  const terms = { kind: 'refresh_token', lifetimeMs: refreshTokenLifetimeMs, keyThumbprint } as const;
  const details = access.configurations.map((id) => ({
    type: 'openid_credential' as const,
    credential_configuration_id: id,
    credential_identifiers: [nameCredential(id)],
  }));
  return {
    access_token: accessToken,
    token_type: 'DPoP',
    expires_in: accessTokenLifetimeMs / 1000,
    refresh_token: await keepToken(deps, agency, refresh, terms),
    ...(access.isByIdentifier ? { authorization_details: details } : {}),
  };
}

/** What the access token was given for, to this holder. @throws AppError `invalid_token` */
export async function readAccessToken(
  { store, now, sha256 }: Omit<TokenDeps, 'randomBytes'>,
  agency: Agency,
  token: string,
  holder: TokenHolder,
): Promise<Grant> {
  const key = await hashSecret(token, sha256);
  const stored = storedToken.safeParse(await store.oneTime.read({ agency: agency.id, kind: 'access_token', key }, now()));
  if (!stored.success || stored.data.keyThumbprint !== holder.keyThumbprint) throw new AppError('invalid_token');
  const grant = openGrant(stored.data.sealed, { secret: token, purpose: 'access_token' });
  if (!grant || (await isGrantStopped({ store, now }, agency, grant.offerId))) throw new AppError('invalid_token');
  return grant;
}

/**
 * The grant of a refresh token, which from then on is worth nothing but for a minute, should the answer be lost. Shown
 * again later by the same key, the wallet was copied: the whole grant is stopped.
 * @throws AppError `invalid_grant`
 * @see RFC 6749, section 6; RFC 9700, section 4.14.2
 */
export async function redeemRefreshToken(deps: TokenDeps, agency: Agency, token: string, { keyThumbprint }: TokenHolder): Promise<Grant> {
  const { store, now, sha256 } = deps;
  const name = { agency: agency.id, kind: 'refresh_token', key: await hashSecret(token, sha256) };
  await refuseReplay(deps, agency, name.key, keyThumbprint);
  const stored = storedToken.safeParse(await store.oneTime.read(name, now()));
  if (!stored.success || stored.data.keyThumbprint !== keyThumbprint) throw new AppError('invalid_grant');
  const grant = openGrant(stored.data.sealed, { secret: token, purpose: 'refresh_token' });
  if (!grant || (await isGrantStopped(deps, agency, grant.offerId))) throw new AppError('invalid_grant');
  await retire(deps, name, stored.data, grant);
  return grant;
}

async function refuseReplay(deps: TokenDeps, agency: Agency, key: string, keyThumbprint: string): Promise<void> {
  const { store, now } = deps;
  const used = usedToken.safeParse(await store.oneTime.read({ agency: agency.id, kind: 'used_refresh_token', key }, now()));
  if (!used.success || used.data.keyThumbprint !== keyThumbprint || now().getTime() <= used.data.usedAt + graceMs) return;
  await stopGrant(deps, agency, used.data.offerId, 'replayed');
  throw new AppError('invalid_grant');
}

type TokenName = { readonly agency: string; readonly kind: string; readonly key: string };

/** Of any number at once who use the token, one moves its end; it is sealed as it was, for who lost the answer. */
async function retire(
  { store, now }: TokenDeps,
  name: TokenName,
  stored: z.infer<typeof storedToken>,
  { offerId, endsAt }: Grant,
): Promise<void> {
  const at = now();
  const value = { offerId, keyThumbprint: stored.keyThumbprint, usedAt: at.getTime() };
  const isFirst = await store.oneTime.put({ ...name, kind: 'used_refresh_token', value, expiresAt: new Date(endsAt) }, at);
  if (!isFirst) return;
  await store.oneTime.take(name, at);
  await store.oneTime.put({ ...name, value: stored, expiresAt: new Date(at.getTime() + graceMs) }, at);
}

type TokenTerms = TokenHolder & { readonly kind: 'access_token' | 'refresh_token'; readonly lifetimeMs: number };

async function keepToken(
  { store, now, randomBytes, sha256 }: TokenDeps,
  agency: Agency,
  grant: Grant,
  { kind, lifetimeMs, keyThumbprint }: TokenTerms,
): Promise<string> {
  const at = now();
  const token = createSecret(randomBytes);
  const value = { sealed: sealGrant(grant, { secret: token, purpose: kind }), offerId: grant.offerId, keyThumbprint };
  const expiresAt = new Date(Math.min(at.getTime() + lifetimeMs, grant.endsAt));
  await store.oneTime.put({ agency: agency.id, kind, key: await hashSecret(token, sha256), value, expiresAt }, at);
  return token;
}
