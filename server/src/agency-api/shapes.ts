import { askedDocuments, shownDocument } from '@daricheh/shared/agency';
import { limits } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';
import { requestChannel } from '../verifier/request-record.ts';

/** Exactly one of two members. */
const eitherOr = <T extends object>(first: keyof T, second: keyof T) =>
  z.refine<T>((value) => (value[first] === undefined) !== (value[second] === undefined), { path: [String(first)] });

const requestObject = z.strictObject({ protocol: z.string(), data: z.strictObject({ request: z.string() }) });

/** What to ask of the citizen: documents by ids of the vocabulary, or a use that the trust list registers for the agency. */
export const apiRequest = z
  .strictObject({
    channel: requestChannel,
    documents: z.optional(askedDocuments),
    use: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    /** For a link: path on the agency's own origin where the citizen's tab goes on, with `response_code` in its query. */
    returnTo: z._default(z.string().check(z.maxLength(2048)), '/'),
  })
  .check(eitherOr('documents', 'use'));
export type ApiRequest = z.infer<typeof apiRequest>;

/** A request that waits for its answer. */
export const apiRequestOpened = z.strictObject({
  id: z.string(),
  state: z.literal('pending'),
  expiresAt: z.iso.datetime(),
  /** Channel `dc_api`: the page hands it to `navigator.credentials.get({ digital: { requests: [request] } })`. */
  request: z.optional(requestObject),
  /** Channel `link`: for the citizen to follow in the browser in which they are. */
  link: z.optional(z.string()),
});
export type ApiRequestOpened = z.infer<typeof apiRequestOpened>;

/** What a browser's Digital Credentials API gave, or the error that it gave in its place. */
export const apiResponse = z
  .strictObject({
    response: z.optional(z.string().check(z.maxLength(limits.jweCharacters))),
    error: z.optional(z.string().check(z.maxLength(200))),
  })
  .check(eitherOr('response', 'error'));

export const verifiedResult = z.strictObject({ state: z.literal('verified'), documents: z.array(shownDocument) });
const declinedResult = z.strictObject({ state: z.literal('declined') });

/** What became of a request. Whatever is not `pending` can be read once. */
export const apiResult = z.union([verifiedResult, declinedResult, z.strictObject({ state: z.literal('pending') })]);
export type ApiResult = z.infer<typeof apiResult>;

/** An answer, as it is kept until it is read. */
export const answeredResult = z.union([verifiedResult, declinedResult]);
export type AnsweredResult = z.infer<typeof answeredResult>;

const vpToken = z.record(z.string(), z.array(z.string()).check(z.minLength(1)));

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** What the device of an mdoc signs of the key to which the answer was encrypted; other members of the JWK are passed over. */
const encryptionKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate });

/**
 * A presentation that the agency holds, and what it was asked with. `documents` or `dcql_query`; `origin` (over the
 * Digital Credentials API) or `audience` (the whole client id, everywhere else). `transaction_data`: the entries of the
 * request, as they stood there. An mdoc is bound to more of the exchange: beside `audience` it needs the `response_uri`,
 * and where the answer was encrypted, the `encryption_key` that stood in the request.
 */
export const heldPresentation = z
  .strictObject({
    vp_token: vpToken,
    nonce: z.string().check(z.minLength(limits.nonceMinCharacters), z.maxLength(limits.nonceMaxCharacters)),
    origin: z.optional(z.string().check(z.maxLength(300))),
    audience: z.optional(z.string().check(z.maxLength(300))),
    documents: z.optional(askedDocuments),
    dcql_query: z.optional(z.record(z.string(), z.unknown())),
    transaction_data: z.optional(z.array(z.string()).check(z.maxLength(limits.transactionData))),
    response_uri: z.optional(z.url().check(z.maxLength(2048))),
    encryption_key: z.optional(encryptionKey),
  })
  .check(
    eitherOr('documents', 'dcql_query'),
    eitherOr('origin', 'audience'),
    z.refine(({ origin, response_uri }) => origin === undefined || response_uri === undefined, { path: ['response_uri'] }),
  );
export type HeldPresentation = z.infer<typeof heldPresentation>;
