import * as z from 'zod/mini';
import { decodeBase64Url, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

export const submissionJwsType = 'daricheh-submission+jws';

const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * The protected header of a submission: what a verifier needs besides the payload, and nothing that it might overlook. It
 * is that of a JAdES signature of baseline B-B: `typ` says what the payload is, so `cty` is left out; no parameter of JAdES's
 * own is in it, and `view_hash` and `signer_role` may be passed over by who does not know them, so there is no `crit`.
 * @see RFC 7515, section 4.1; ETSI TS 119 182-1 (JAdES), sections 5.1.11 (`iat`) and 5.1.7 (`x5t#S256`)
 */
export const submissionHeader = z.strictObject({
  alg: z.literal('ES256'),
  typ: z.literal(submissionJwsType),
  /** When it was signed, by the wallet's clock. */
  iat: z.number().check(z.int(), z.gte(0)),
  /** The chain of the signing certificate, leaf first, without the anchor. */
  x5c: z.array(z.string()).check(z.minLength(1), z.maxLength(4)),
  'x5t#S256': hash,
  /** What the person saw (see `hashView`). */
  view_hash: hash,
  /** As what they signed: id of one of the form's `signers`; absent in a form that one person signs. */
  signer_role: z.optional(z.string()),
});
export type SubmissionHeader = z.infer<typeof submissionHeader>;

/** The header in its base64url form. @throws AppError `signature_invalid` */
export function decodeSubmissionHeader(text: string): SubmissionHeader {
  try {
    return submissionHeader.parse(parseStrictJson(decodeBase64Url(text)));
  } catch {
    // Not as cause: a schema's message may quote what was sent.
    throw new AppError('signature_invalid', { what: 'header' });
  }
}
