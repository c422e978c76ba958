import { encodeBase64Url, type Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { buildOfferLink, type TxCodeShape, writeCredentialOffer } from '@daricheh/shared/issuance';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { configurationIds, findIssuer, isIssuedBy, listDocuments } from './configurations.ts';
import { type Grant, grantLifetimeMs, isGrantStopped, openGrant, sealGrant } from './grants.ts';
import { createSecret, hashSecret } from './secrets.ts';
import { readSubject } from './subject.ts';

type OfferDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256'>;

const configurationList = z.array(z.enum(configurationIds)).check(
  z.minLength(1),
  z.refine((ids) => new Set(ids).size === ids.length),
);

/** Whom the credentials are about, and which: what the agency's back end says of a citizen whom it knows. */
export const issuanceOrder = z.strictObject({ subject: z.record(z.string(), z.custom<Json>()), configurations: configurationList });

/** What the agency's back end asks for: an order, and whether a second code is wanted, or none: then the citizen signs in. */
export const offerRequest = z.union([
  z.extend(issuanceOrder, {
    /** A second code, which reaches the citizen another way than the link; `description` says which, in the citizen's language. */
    txCode: z.optional(z.strictObject({ description: z.optional(z.string().check(z.minLength(1), z.maxLength(300))) })),
  }),
  z.strictObject({ signIn: z.literal(true), configurations: configurationList }),
]);
type OfferRequest = z.infer<typeof offerRequest>;

const txCodeShape = z.strictObject({ input_mode: z.literal('numeric'), length: z.int(), description: z.optional(z.string()) });
const storedOffer = z.strictObject({
  configurations: configurationList,
  txCode: z.nullable(txCodeShape),
  signIn: z.nullable(z.strictObject({ issuerState: z.string() })),
});
const storedCode = z.strictObject({ sealed: z.string(), hasTxCode: z.boolean() });

/** How long a link may lie before it is used. */
export const offerLifetimeMs = 600_000;
const txCodeLength = 6;
/** Wrong second codes after which a code is worth nothing. */
const maxTries = 5;

export type Offer = {
  readonly offerId: string;
  readonly offerUri: string;
  /** Six digits, for the agency to hand to the citizen by another way than the link; absent where none were asked for. */
  readonly txCode?: string;
};

/**
 * Keeps the offer and its code for ten minutes, and returns the link to hand to the citizen. Whoever has the link, and the
 * second code where there is one, has the credentials: the agency shows them only to the person whom it knows to be the subject.
 * @throws AppError `malformed_request`
 */
export async function createOffer(deps: OfferDeps, agency: Agency, request: OfferRequest): Promise<Offer> {
  return 'subject' in request ? createCodeOffer(deps, agency, request) : createSignInOffer(deps, agency, request.configurations);
}

type CodeRequest = Extract<OfferRequest, { subject: unknown }>;

async function createCodeOffer(deps: OfferDeps, agency: Agency, { subject, configurations, txCode: wanted }: CodeRequest): Promise<Offer> {
  const grant = createGrant(deps, agency, { subject, configurations });
  const txCode = wanted ? drawDigits(deps.randomBytes, txCodeLength) : null;
  const shape = wanted ? { input_mode: 'numeric' as const, length: txCodeLength, ...wanted } : null;
  const reference = createSecret(deps.randomBytes);
  const code = await deriveCode(reference, deps.sha256);
  const at = deps.now();
  const expiresAt = new Date(at.getTime() + offerLifetimeMs);
  const value = { sealed: sealGrant(grant, sealKeyOf(code, txCode)), hasTxCode: txCode !== null };
  await deps.store.oneTime.put({ ...(await nameCode(deps, agency, code)), value, expiresAt }, at);
  const offerUri = await keepOffer(deps, agency, reference, { configurations, txCode: shape, signIn: null });
  return { offerId: grant.offerId, offerUri, ...(txCode === null ? {} : { txCode }) };
}

async function createSignInOffer(deps: OfferDeps, agency: Agency, configurations: Grant['configurations']): Promise<Offer> {
  if (findIssuer(agency).authorizationPage === null) throw new AppError('malformed_request', { field: 'signIn' });
  checkIssued(agency, configurations);
  const issuerState = encodeBase64Url(deps.randomBytes(16));
  const offer = { configurations: [...configurations], txCode: null, signIn: { issuerState } };
  return { offerId: issuerState, offerUri: await keepOffer(deps, agency, createSecret(deps.randomBytes), offer) };
}

/** A grant of what the agency's back end ordered. @throws AppError `malformed_request` */
export function createGrant(
  { now, randomBytes }: Pick<Deps, 'now' | 'randomBytes'>,
  agency: Agency,
  order: z.infer<typeof issuanceOrder>,
): Grant {
  checkIssued(agency, order.configurations);
  readSubject(order.subject, listDocuments(order.configurations));
  const offerId = encodeBase64Url(randomBytes(16));
  return { offerId, ...order, isByIdentifier: false, endsAt: now().getTime() + grantLifetimeMs };
}

function checkIssued(agency: Agency, configurations: Grant['configurations']): void {
  if (!configurations.every((id) => isIssuedBy(agency, id))) throw new AppError('malformed_request', { field: 'configurations' });
}

async function keepOffer(deps: OfferDeps, agency: Agency, reference: string, offer: z.infer<typeof storedOffer>): Promise<string> {
  const at = deps.now();
  const key = await hashSecret(reference, deps.sha256);
  const expiresAt = new Date(at.getTime() + offerLifetimeMs);
  // As JSON sees it: members that are undefined are left out.
  const value = JSON.parse(JSON.stringify(offer)) as Json;
  await deps.store.oneTime.put({ agency: agency.id, kind: 'offer', key, value, expiresAt }, at);
  return buildOfferLink(`${agency.origin}/daricheh/issuer/offers/${reference}`);
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
  const { configurations, txCode, signIn } = parsed.data;
  return writeCredentialOffer({
    issuer: agency.origin,
    configurationIds: configurations,
    preAuthorizedCode: signIn ? null : await deriveCode(reference, sha256),
    txCode: txCode as TxCodeShape | null,
    signIn,
  }) as Json;
}

/**
 * The grant of the code, which from then on is worth nothing. Of any number at once who show it, one passes; the fifth
 * wrong second code ends it.
 * @throws AppError `invalid_grant`, `tx_code_wrong` with how many tries are `left`, `malformed_request` when a second code is missing, or none is asked for
 * @see OpenID4VCI 1.0, sections 6.1 and 6.3
 */
export async function redeemOfferCode(
  deps: Omit<OfferDeps, 'randomBytes'>,
  agency: Agency,
  { code, txCode }: { readonly code: string; readonly txCode: string | undefined },
): Promise<Grant> {
  const { store, now } = deps;
  const name = await nameCode(deps, agency, code);
  const stored = storedCode.safeParse(await store.oneTime.read(name, now()));
  if (!stored.success) throw new AppError('invalid_grant');
  const { sealed, hasTxCode } = stored.data;
  if (hasTxCode !== (txCode !== undefined)) throw new AppError('malformed_request', { field: 'tx_code' });
  const left = hasTxCode ? maxTries - (await countTry(deps, name)) : 0;
  const grant = openGrant(sealed, sealKeyOf(code, hasTxCode ? (txCode ?? '') : null));
  if (!grant && hasTxCode && left === 0) await store.oneTime.take(name, now());
  if (!grant) throw left > 0 ? new AppError('tx_code_wrong', { left }) : new AppError('invalid_grant');
  if ((await store.oneTime.take(name, now())) === null) throw new AppError('invalid_grant');
  if (await isGrantStopped(deps, agency, grant.offerId)) throw new AppError('invalid_grant');
  return grant;
}

type CodeName = Awaited<ReturnType<typeof nameCode>>;

/** Counts a try before it is looked at, so that many at once are no way around the count. @throws AppError `invalid_grant` past the fifth */
async function countTry({ store, now }: Pick<Deps, 'store' | 'now'>, name: CodeName): Promise<number> {
  const at = now();
  const expiresAt = new Date(at.getTime() + offerLifetimeMs);
  for (let tries = 1; tries <= maxTries; tries++) {
    const place = { ...name, kind: 'tx_code_try', key: `${name.key} ${tries}` };
    if (await store.oneTime.put({ ...place, value: true, expiresAt }, at)) return tries;
  }
  throw new AppError('invalid_grant');
}

async function nameCode({ sha256 }: Pick<Deps, 'sha256'>, agency: Agency, code: string) {
  return { agency: agency.id, kind: 'pre_authorized_code', key: await hashSecret(code, sha256) };
}

/** The second code is a part of the key: nowhere does it stand, nor anything to compare it with. */
function sealKeyOf(code: string, txCode: string | null) {
  return { secret: txCode === null ? code : `${code} ${txCode}`, purpose: 'pre_authorized_code' };
}

/** The code follows from the link's reference, so that neither need be kept to serve the offer again. */
function deriveCode(reference: string, sha256: Deps['sha256']): Promise<string> {
  return hashSecret(`pre-authorized_code ${reference}`, sha256);
}

/** Digits, each as likely as another. */
function drawDigits(randomBytes: Deps['randomBytes'], length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of randomBytes(length)) if (byte < 250 && digits.length < length) digits += String(byte % 10);
  }
  return digits;
}
