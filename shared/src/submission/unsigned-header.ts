import * as z from 'zod/mini';

const timeStampTokens = z.array(z.strictObject({ val: z.string() })).check(z.length(1));

/**
 * What the agency adds to a signature when it comes: the unprotected header of its JWS, with one RFC 3161 time stamp over the
 * signature. With it a JAdES signature of baseline B-B becomes one of B-T. In the clear form, so that software which knows
 * nothing of JAdES can still find the token; `val` is base64 with padding.
 * @see RFC 7515, section 7.2.1 (`header`); ETSI TS 119 182-1 (JAdES), sections 5.3.1 (`etsiU`), 5.3.4 (`sigTst`) and 6.3
 */
export const unsignedHeader = z.strictObject({
  etsiU: z.array(z.strictObject({ sigTst: z.strictObject({ tstTokens: timeStampTokens }) })).check(z.length(1)),
});
export type UnsignedHeader = z.infer<typeof unsignedHeader>;
