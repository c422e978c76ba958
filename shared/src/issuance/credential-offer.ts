import * as z from 'zod/mini';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { preAuthorizedCodeGrant } from './grant-types.ts';

const txCode = z.object({
  input_mode: z._default(z.enum(['numeric', 'text']), 'numeric'),
  length: z.optional(z.int().check(z.gte(1), z.lte(32))),
  description: z.optional(z.string().check(z.maxLength(300))),
});

const offer = z.object({
  credential_issuer: z.url(),
  credential_configuration_ids: z.array(z.string()).check(z.minLength(1), z.maxLength(16)),
  grants: z.object({
    [preAuthorizedCodeGrant]: z.object({
      'pre-authorized_code': z.string().check(z.minLength(1), z.maxLength(1024)),
      tx_code: z.optional(txCode),
    }),
  }),
});

/** What an issuer offers, by a code that was authorized before: the only grant that this wallet takes. */
export type CredentialOffer = {
  /** The credential issuer's identifier. */
  readonly issuer: string;
  readonly configurationIds: readonly string[];
  readonly preAuthorizedCode: string;
  /** The second code that the citizen was given by another way; null when none is asked for. */
  readonly txCode: z.infer<typeof txCode> | null;
};

/** What a link carries: the offer itself, or the address to fetch it from. */
export type OfferLink = { readonly kind: 'offer'; readonly offer: CredentialOffer } | { readonly kind: 'uri'; readonly uri: string };

const maxLinkLength = 16_384;

/**
 * What an `openid-credential-offer:` link carries: exactly one of `credential_offer` and `credential_offer_uri`.
 * @throws AppError `offer_invalid`
 * @see OpenID4VCI 1.0, section 4.1
 */
export function parseOfferLink(link: string): OfferLink {
  if (link.length > maxLinkLength || !URL.canParse(link)) throw invalid('link');
  const { protocol, searchParams } = new URL(link);
  if (protocol !== 'openid-credential-offer:') throw invalid('scheme');
  const [value, ...moreValues] = searchParams.getAll('credential_offer');
  const [uri, ...moreUris] = searchParams.getAll('credential_offer_uri');
  if (moreValues.length + moreUris.length > 0) throw invalid('twice');
  if (value !== undefined && uri === undefined) return { kind: 'offer', offer: readCredentialOffer(readJson(value)) };
  if (uri !== undefined && value === undefined) return { kind: 'uri', uri: parseOfferUri(uri) };
  throw invalid('link');
}

/** The offer in a document. @throws AppError `offer_invalid` @see OpenID4VCI 1.0, section 4.1.1 */
export function readCredentialOffer(document: unknown): CredentialOffer {
  const parsed = offer.safeParse(document);
  if (!parsed.success) throw invalid('offer');
  const { credential_issuer: issuer, credential_configuration_ids: configurationIds, grants } = parsed.data;
  if (new Set(configurationIds).size !== configurationIds.length) throw invalid('configuration_twice');
  const { 'pre-authorized_code': preAuthorizedCode, tx_code } = grants[preAuthorizedCodeGrant];
  return { issuer, configurationIds, preAuthorizedCode, txCode: tx_code ?? null };
}

/** The offer as an issuer writes it. @see OpenID4VCI 1.0, section 4.1.1 */
export function writeCredentialOffer({
  issuer,
  configurationIds,
  preAuthorizedCode,
  txCode: code,
}: CredentialOffer): z.input<typeof offer> {
  return {
    credential_issuer: issuer,
    credential_configuration_ids: [...configurationIds],
    grants: { [preAuthorizedCodeGrant]: { 'pre-authorized_code': preAuthorizedCode, ...(code ? { tx_code: code } : {}) } },
  };
}

/** A link that names the address of an offer. @see OpenID4VCI 1.0, section 4.1.3 */
export function buildOfferLink(offerUri: string): string {
  return `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(offerUri)}`;
}

function parseOfferUri(uri: string): string {
  if (!URL.canParse(uri) || !['https:', 'http:'].includes(new URL(uri).protocol)) throw invalid('credential_offer_uri');
  return uri;
}

function readJson(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (cause) {
    throw new AppError('offer_invalid', { what: 'json' }, { cause });
  }
}

function invalid(what: string): AppError {
  return new AppError('offer_invalid', { what });
}
