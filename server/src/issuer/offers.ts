import type { JsonObject } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8, type Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { buildOfferLink, writeCredentialOffer } from '@daricheh/shared/issuance';
import { type DocumentTypeId, documentTypeIds } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { isIssuedBy } from './configurations.ts';
import { readSubject } from './subject.ts';

type OfferDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256'>;

/** What the agency's back end asks for: about whom, and which credentials. */
export const offerRequest = z.strictObject({
  subject: z.record(z.string(), z.custom<Json>()),
  configurations: z.array(z.enum(documentTypeIds)).check(
    z.minLength(1),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
});

/** What a code or a token stands for. */
const grant = z.object({
  offerId: z.string(),
  subject: z.record(z.string(), z.custom<Json>()),
  configurations: z.array(z.enum(documentTypeIds)),
});
const storedOffer = z.strictObject({ configurations: grant.shape.configurations });

export type Grant = {
  readonly offerId: string;
  readonly subject: JsonObject;
  readonly configurations: readonly DocumentTypeId[];
};

/** How long a link may lie before it is used, and how long the wallet may take from there. */
export const offerLifetimeMs = 600_000;
export const tokenLifetimeMs = 600_000;

/**
 * Keeps the offer and its code for ten minutes, and returns the link to hand to the citizen. Whoever has the link has
 * the credentials: the agency shows it only to the person whom it knows to be the subject.
 * @throws AppError `malformed_request`
 */
export async function createOffer(
  { store, now, randomBytes, sha256 }: OfferDeps,
  agency: Agency,
  request: z.infer<typeof offerRequest>,
): Promise<{ offerId: string; offerUri: string }> {
  const { configurations } = request;
  if (!configurations.every((id) => isIssuedBy(agency, id))) throw new AppError('malformed_request', { field: 'configurations' });
  readSubject(request.subject, configurations);
  const at = now();
  const expiresAt = new Date(at.getTime() + offerLifetimeMs);
  const offerId = encodeBase64Url(randomBytes(16));
  const reference = encodeBase64Url(randomBytes(32));
  const code = await hashSecret(await deriveCode(reference, sha256), sha256);
  const value = { offerId, subject: request.subject, configurations };
  await store.oneTime.put({ agency: agency.id, kind: 'pre_authorized_code', key: code, value, expiresAt }, at);
  const key = await hashSecret(reference, sha256);
  await store.oneTime.put({ agency: agency.id, kind: 'offer', key, value: { configurations }, expiresAt }, at);
  return { offerId, offerUri: buildOfferLink(`${agency.origin}/daricheh/issuer/offers/${reference}`) };
}

/** The offer as the wallet reads it, by the reference in its link. @throws AppError `not_found` */
export async function readOffer(
  { store, now, sha256 }: Pick<Deps, 'store' | 'now' | 'sha256'>,
  agency: Agency,
  reference: string,
): Promise<Json> {
  const key = await hashSecret(reference, sha256);
  const parsed = storedOffer.safeParse(await store.oneTime.read({ agency: agency.id, kind: 'offer', key }, now()));
  if (!parsed.success) throw new AppError('not_found');
  return writeCredentialOffer({
    issuer: agency.origin,
    configurationIds: parsed.data.configurations,
    preAuthorizedCode: await deriveCode(reference, sha256),
    txCode: null,
    signIn: null,
  }) as Json;
}

/** An access token for the code, which from then on is worth nothing. @throws AppError `invalid_grant` @see OpenID4VCI 1.0, section 6.1 */
export async function redeemCode({ store, now, randomBytes, sha256 }: OfferDeps, agency: Agency, code: string): Promise<string> {
  const at = now();
  const value = await store.oneTime.take({ agency: agency.id, kind: 'pre_authorized_code', key: await hashSecret(code, sha256) }, at);
  if (value === null) throw new AppError('invalid_grant');
  const token = encodeBase64Url(randomBytes(32));
  const expiresAt = new Date(at.getTime() + tokenLifetimeMs);
  await store.oneTime.put({ agency: agency.id, kind: 'access_token', key: await hashSecret(token, sha256), value, expiresAt }, at);
  return token;
}

/** What the token was given for. @throws AppError `invalid_token` */
export async function readGrant({ store, now, sha256 }: Omit<OfferDeps, 'randomBytes'>, agency: Agency, token: string): Promise<Grant> {
  const value = await store.oneTime.read({ agency: agency.id, kind: 'access_token', key: await hashSecret(token, sha256) }, now());
  const parsed = grant.safeParse(value);
  if (!parsed.success) throw new AppError('invalid_token');
  return parsed.data;
}

/** Most requests that are answered on one offer: each credential takes a place in the status list, which one person could fill for all. */
const maxRequests = 16;

/**
 * Counts one request that is about to be answered on the offer. Of any number at once sixteen get past this line.
 * @throws AppError `invalid_token` for the others
 */
export async function countRequest({ store, now }: Pick<Deps, 'store' | 'now'>, agency: Agency, { offerId }: Grant): Promise<void> {
  const at = now();
  // No token that is good now lives longer.
  const expiresAt = new Date(at.getTime() + tokenLifetimeMs);
  for (let place = 0; place < maxRequests; place++) {
    const key = `${offerId} ${place}`;
    if (await store.oneTime.put({ agency: agency.id, kind: 'answered_request', key, value: true, expiresAt }, at)) return;
  }
  throw new AppError('invalid_token');
}

/** The code follows from the link's reference, so that neither need be kept to serve the offer again. */
async function deriveCode(reference: string, sha256: Deps['sha256']): Promise<string> {
  return hashSecret(`pre-authorized_code ${reference}`, sha256);
}

/** Secrets are kept as hashes, so that a copy of the database redeems nothing. */
async function hashSecret(secret: string, sha256: Deps['sha256']): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(secret)));
}
