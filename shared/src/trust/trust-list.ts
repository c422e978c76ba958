import * as z from 'zod/mini';
import { isFreeOfDoubles, isLaterThan } from './list-rules.ts';

/** Text in both languages of the product. */
export const localizedText = z.strictObject({ fa: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
export type LocalizedText = z.infer<typeof localizedText>;

/** https everywhere; http for names under `localhost` alone, which never leave the machine (RFC 6761, section 6.3). */
function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname.endsWith('.localhost')));
}

/** An origin as the browser writes it: scheme, host, port where it is not the default; no path. */
const origin = z.string().check(z.refine((value) => URL.canParse(value) && new URL(value).origin === value && isSecure(new URL(value))));

/** An absolute address as the browser writes it, with no user, query or fragment. One that ends in `/` stands for all below it. */
const address = z.string().check(
  z.refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && isSecure(url) && `${url.origin}${url.pathname}` === value;
  }),
);

const host = z.string().check(z.refine((value) => URL.canParse(`https://${value}/`) && new URL(`https://${value}/`).host === value));
const time = z.iso.datetime();
/** SHA-256, base64url. */
const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const name = z.string().check(z.minLength(1));
const claims = z.array(z.array(name).check(z.minLength(1)));

/** A type of document, and claims in it as DCQL writes their paths (mdoc: name space, element). A path stands for all below it. */
const attributes = z.union([z.strictObject({ vct: name, claims }), z.strictObject({ doctype: name, claims })]);
export type RegisteredAttributes = z.infer<typeof attributes>;

/** What an agency is registered to ask for, under one purpose. */
export const registeredUse = z.strictObject({ id: name, purpose: localizedText, attributes: z.array(attributes).check(z.minLength(1)) });
export type RegisteredUse = z.infer<typeof registeredUse>;

/** Addresses that a request of the agency may name, by what they are for. Each left out is none. */
const addresses = z.strictObject({
  responseUris: z.optional(z.array(address)),
  requestUris: z.optional(z.array(address)),
  redirectUris: z.optional(z.array(address)),
  webhookHosts: z.optional(z.array(host)),
});

export const trustedAgency = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: localizedText,
  origins: z.array(origin).check(z.minLength(1)),
  /** How far it joins: 0 nothing, 1 script tag, 2 package, 3 OpenID4VP. */
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** SHA-256 of the DER of its certificates for requests, forms and receipts (x509_hash of OpenID4VP), base64url. */
  certificateHashes: z.array(hash),
  uses: z.array(registeredUse),
  addresses,
  /** Where a citizen complains about it: an https, mailto or tel address. */
  contact: z.string().check(z.regex(/^(https:\/\/|mailto:|tel:)[^\s]+$/)),
});
export type TrustedAgency = z.infer<typeof trustedAgency>;

const period = { from: z.optional(time), until: z.optional(time), certificateHashes: z.optional(z.array(hash).check(z.minLength(1))) };
const registeredDocument = z.union([z.strictObject({ vct: name, ...period }), z.strictObject({ doctype: name, ...period })]);

export const trustedIssuer = z.strictObject({
  /** Credential issuer identifier (OpenID4VCI 1.0, section 12.2.1): an origin here. */
  issuer: origin,
  name: localizedText,
  /** @see RegisteredDocument */
  documents: z.array(registeredDocument).check(z.minLength(1)),
});
export type TrustedIssuer = z.infer<typeof trustedIssuer>;

/** Whose clock is believed, from `from` until `until`, by the time at which somebody verifies. */
const clock = {
  name: localizedText,
  from: z.optional(time),
  until: z.optional(time),
  /** Where it answers everybody by RFC 3161 over HTTP. Absent: it answers whom it chooses. */
  uri: z.optional(address),
};
/** Either a root of its own (DER, base64url), or SHA-256 of certificates of which one stands in its chain to the roots of the list. */
const trustedTimeStampAuthority = z.union([
  z.strictObject({ ...clock, root: z.string().check(z.minLength(1)) }),
  z.strictObject({ ...clock, certificateHashes: z.array(hash).check(z.minLength(1)) }),
]);
export type TrustedTimeStampAuthority = z.infer<typeof trustedTimeStampAuthority>;

/** The root that follows: believed beside the others from `from` on, and alone from `aloneFrom` on. */
const nextRoot = z
  .strictObject({ /** DER, base64url. */ certificate: z.string().check(z.minLength(1)), from: time, aloneFrom: time })
  .check(z.refine(({ from, aloneFrom }) => isLaterThan(aloneFrom, from)));
export type NextRoot = z.infer<typeof nextRoot>;

/**
 * Who may issue what and who may ask for what, signed under the root that the wallet pins. `serial` grows with each
 * edition; nobody goes back to a smaller one. No origin, agency id or certificate stands for two.
 */
export const trustList = z
  .strictObject({
    type: z.literal('daricheh.trust-list.v2'),
    serial: z.number().check(z.int(), z.gte(1)),
    issuedAt: time,
    /** By when the next edition is out at the latest. */
    nextUpdate: time,
    /** Where editions are published. */
    location: address,
    nextRoot: z.optional(nextRoot),
    issuers: z.array(trustedIssuer),
    agencies: z.array(trustedAgency),
    /** Absent in lists from before there was such a member: then any chain to the roots may tell the time. */
    timeStampAuthorities: z.optional(z.array(trustedTimeStampAuthority)),
  })
  .check(
    z.refine(({ issuedAt, nextUpdate }) => isLaterThan(nextUpdate, issuedAt)),
    z.refine(({ issuers }) => isFreeOfDoubles(issuers.map(({ issuer }) => issuer))),
    z.refine(({ agencies }) => isFreeOfDoubles(agencies.map(({ id }) => id))),
    z.refine(({ agencies }) => isFreeOfDoubles(agencies.flatMap(({ origins }) => origins))),
    z.refine(({ agencies }) => isFreeOfDoubles(agencies.flatMap(({ certificateHashes }) => certificateHashes))),
  );
export type TrustList = z.infer<typeof trustList>;
