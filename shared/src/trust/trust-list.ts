import * as z from 'zod/mini';

/** Text in both languages of the product. */
export const localizedText = z.strictObject({ fa: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
export type LocalizedText = z.infer<typeof localizedText>;

/** An origin as the browser writes it: scheme, host, port where it is not the default; no path. */
const origin = z.string().check(z.refine((value) => URL.canParse(value) && new URL(value).origin === value));

/** What an agency is registered to ask for, under one purpose. */
export const registeredUse = z.strictObject({
  id: z.string(),
  purpose: localizedText,
  /** Type of the credential asked for. */
  vct: z.string(),
  /** Paths of the claims that may be asked, as DCQL writes them. */
  claims: z.array(z.array(z.string())),
});
export type RegisteredUse = z.infer<typeof registeredUse>;

export const trustedAgency = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: localizedText,
  origins: z.array(origin),
  /** How far it joins: 0 nothing, 1 script tag, 2 package, 3 OpenID4VP. */
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** SHA-256 of the DER of its certificate for requests, forms and receipts (x509_hash of OpenID4VP), base64url. */
  certificateHashes: z.array(z.string()),
  uses: z.array(registeredUse),
});
export type TrustedAgency = z.infer<typeof trustedAgency>;

export const trustedIssuer = z.strictObject({
  /** Credential issuer identifier (OpenID4VCI 1.0, section 12.2.1): an origin here. */
  issuer: origin,
  name: localizedText,
  vcts: z.array(z.string()),
});
export type TrustedIssuer = z.infer<typeof trustedIssuer>;

/**
 * Who may issue what and who may ask for what, signed by the root that the wallet pins. `serial` grows with each
 * edition; a wallet never goes back to a smaller one.
 */
export const trustList = z.strictObject({
  type: z.literal('daricheh.trust-list.v1'),
  serial: z.number().check(z.int(), z.gte(1)),
  issuedAt: z.iso.datetime(),
  issuers: z.array(trustedIssuer),
  agencies: z.array(trustedAgency),
});
export type TrustList = z.infer<typeof trustList>;
