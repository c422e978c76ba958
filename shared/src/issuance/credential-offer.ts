import * as z from 'zod/mini';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { authorizationCodeGrant, preAuthorizedCodeGrant } from './grant-types.ts';

const txCode = z.object({
  input_mode: z._default(z.enum(['numeric', 'text']), 'numeric'),
  length: z.optional(z.int().check(z.gte(1), z.lte(32))),
  description: z.optional(z.string().check(z.maxLength(300))),
});
/** How the second code looks, so that the wallet can ask for it. */
export type TxCodeShape = z.infer<typeof txCode>;

const offer = z.object({
  credential_issuer: z.url(),
  credential_configuration_ids: z.array(z.string()).check(z.minLength(1), z.maxLength(16)),
  grants: z.optional(
    z.object({
      [preAuthorizedCodeGrant]: z.optional(
        z.object({
          'pre-authorized_code': z.string().check(z.minLength(1), z.maxLength(1024)),
          tx_code: z.optional(txCode),
          authorization_server: z.optional(z.string()),
        }),
      ),
      [authorizationCodeGrant]: z.optional(
        z.object({
          issuer_state: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
          authorization_server: z.optional(z.string()),
        }),
      ),
    }),
  ),
});

/** What an issuer offers, and how it may be taken: by a code, by signing in at the issuer, or either. */
export type CredentialOffer = {
  /** The credential issuer's identifier. */
  readonly issuer: string;
  readonly configurationIds: readonly string[];
  /** Null where only a sign-in leads to a token. */
  readonly preAuthorizedCode: string | null;
  /** The second code that the citizen was given by another way; null when none is asked for. */
  readonly txCode: TxCodeShape | null;
  /** Present where the citizen may sign in at the issuer; `issuerState` is handed back to it. */
  readonly signIn: { readonly issuerState: string | null } | null;
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
  // An issuer that names no grant leaves it to the wallet, and only a sign-in needs nothing from the offer.
  const { [preAuthorizedCodeGrant]: code, [authorizationCodeGrant]: signIn } = grants ?? { [authorizationCodeGrant]: {} };
  if (!code && !signIn) throw invalid('grants');
  const servers = [code?.authorization_server, signIn?.authorization_server];
  if (servers.some((server) => server !== undefined && server !== issuer)) throw invalid('authorization_server');
  return {
    ...{ issuer, configurationIds, preAuthorizedCode: code?.['pre-authorized_code'] ?? null, txCode: code?.tx_code ?? null },
    signIn: signIn ? { issuerState: signIn.issuer_state ?? null } : null,
  };
}

/** The offer as an issuer writes it. @see OpenID4VCI 1.0, section 4.1.1 */
export function writeCredentialOffer({
  issuer,
  configurationIds,
  preAuthorizedCode,
  txCode: shape,
  signIn,
}: CredentialOffer): z.input<typeof offer> {
  const code = preAuthorizedCode === null ? null : { 'pre-authorized_code': preAuthorizedCode, ...(shape ? { tx_code: shape } : {}) };
  const state = signIn?.issuerState ?? null;
  return {
    credential_issuer: issuer,
    credential_configuration_ids: [...configurationIds],
    grants: {
      ...(code ? { [preAuthorizedCodeGrant]: code } : {}),
      ...(signIn ? { [authorizationCodeGrant]: state === null ? {} : { issuer_state: state } } : {}),
    },
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
