import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { coSignerCount } from './form-signer.ts';
import { type SubmissionEnvelope, submissionEnvelope } from './submission.ts';
import { type UnsignedHeader, unsignedHeader } from './unsigned-header.ts';

/** A JWS in general JSON serialisation, each signature with its own headers over the one payload (RFC 7515, section 7.2.1). */
const generalJws = z.strictObject({
  payload: z.string(),
  signatures: z
    .array(z.strictObject({ protected: z.string(), header: z.optional(unsignedHeader), signature: z.string() }))
    .check(z.length(coSignerCount)),
});

const { request, presentation, assertion, leaf } = submissionEnvelope.shape;

/**
 * A form that two people signed: the very same bytes, each with a signature of their own. What belongs to a signature beside the
 * JWS, all that a `submissionEnvelope` holds for one, stands at the signature's place in `signers`. `header` and `statusToken`
 * are what was added since: time stamps, and the status token by which that signer's credential counted.
 */
export const coSubmissionEnvelope = z.strictObject({
  type: z.literal('daricheh.co-submission.v1'),
  jws: generalJws,
  signers: z
    .array(z.strictObject({ request, presentation, assertion, leaf, statusToken: z.optional(z.string()) }))
    .check(z.length(coSignerCount)),
});
export type CoSubmissionEnvelope = z.infer<typeof coSubmissionEnvelope>;

/** A signed form, by one person or by two. The signed bytes stand in `jws.payload` of either. */
export const signedEnvelope = z.discriminatedUnion('type', [submissionEnvelope, coSubmissionEnvelope]);
export type SignedEnvelope = z.infer<typeof signedEnvelope>;

/** One signature of a form, as if it were alone, with what was added to it since. */
export type SignaturePart = {
  readonly envelope: SubmissionEnvelope;
  readonly header: UnsignedHeader | null;
  readonly statusToken: string | null;
};

/**
 * The signatures as one envelope, in their order.
 * @throws AppError `signature_invalid` (`what: payload`) when they are not over the same bytes
 */
export function joinSignatures(parts: readonly (Pick<SignaturePart, 'envelope'> & Partial<SignaturePart>)[]): CoSubmissionEnvelope {
  const payload = parts[0]?.envelope.jws.payload ?? '';
  if (parts.some(({ envelope }) => envelope.jws.payload !== payload)) throw new AppError('signature_invalid', { what: 'payload' });
  return coSubmissionEnvelope.parse({
    type: 'daricheh.co-submission.v1',
    jws: {
      payload,
      signatures: parts.map(({ envelope: { jws }, header }) => ({
        protected: jws.protected,
        ...(header && { header }),
        signature: jws.signature,
      })),
    },
    signers: parts.map(({ envelope: { request, presentation, assertion, leaf }, statusToken }) => ({
      ...{ request, presentation, assertion, leaf },
      ...(typeof statusToken === 'string' && { statusToken }),
    })),
  });
}

/** Each signature in the flattened form, in which it is verified alone (RFC 7515, section 7.2.2: the two forms say the same). */
export function splitSignatures(signed: SignedEnvelope): readonly SignaturePart[] {
  if (signed.type === 'daricheh.submission.v1') return [{ envelope: signed, header: null, statusToken: null }];
  const { payload, signatures } = signed.jws;
  return signatures.flatMap(({ header = null, ...own }, place) => {
    const signer = signed.signers[place];
    if (signer === undefined) return [];
    const { statusToken = null, ...rest } = signer;
    return [{ envelope: { type: 'daricheh.submission.v1', jws: { payload, ...own }, ...rest }, header, statusToken }];
  });
}
