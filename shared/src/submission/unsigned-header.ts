import * as z from 'zod/mini';
import { decodeBase64Url, encodeBase64Url, encodeUtf8, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/** RFC 3161 tokens, base64 with padding: one, of one authority. */
const tstTokens = z.array(z.strictObject({ val: z.string() })).check(z.length(1));
const timeStamps = z.strictObject({ tstTokens });

/** Each kind once at most. */
const otherVals = z.array(z.union([z.strictObject({ statusToken: z.string() }), z.strictObject({ mandateStatusToken: z.string() })])).check(
  z.minLength(1),
  z.refine((all) => new Set(all.flatMap((each) => Object.keys(each))).size === all.length),
);

/**
 * One thing that was added to a signature after it was made.
 * - `sigTst`: a time stamp over the signature (JAdES, section 5.3.4)
 * - `xVals`: certificates that verification needs and that do not travel with what they certify: anchors (5.3.5.2)
 * - `rVals`: what was said of revocation. A status token is none of the two kinds that JAdES knows by name (CRL, OCSP), so it
 *   stands where the standard leaves room for others, as members of our own: `otherVals`, `statusToken` for the signing credential and
 *   `mandateStatusToken` for the mandate (5.3.5.3)
 * - `envelopeHash`, ours: of what else was sent with the signature (see `hashRestOfEnvelope`)
 * - `arcTst`: a time stamp over the whole as it was then (5.3.6)
 */
const component = z.union([
  z.strictObject({ sigTst: timeStamps }),
  z.strictObject({ xVals: z.array(z.strictObject({ x509Cert: z.strictObject({ val: z.string() }) })).check(z.minLength(1)) }),
  z.strictObject({ rVals: z.strictObject({ otherVals }) }),
  z.strictObject({ envelopeHash: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) }),
  z.strictObject({ arcTst: timeStamps }),
]);
export type UnsignedComponent = z.infer<typeof component>;

/** A renewal a year for a century, and what it preserves. */
const maxComponents = 256;

/**
 * What is added to a signature once it has come: the unprotected header of its JWS. The first component is a time stamp over
 * the signature; with it a JAdES signature of baseline B-B becomes one of B-T, and with what follows one of B-LTA.
 *
 * Each component is a string, base64url of its JSON: an archive time stamp covers those strings as they stand, and nobody has
 * to agree on how JSON is written. A header of one time stamp may also stand in the clear; that is how it was once written.
 * @see RFC 7515, section 7.2.1 (`header`); ETSI TS 119 182-1 (JAdES), sections 5.3.1 (`etsiU`) and 6.3
 */
export const unsignedHeader = z.strictObject({
  etsiU: z.union([
    z.array(z.string()).check(z.minLength(1), z.maxLength(maxComponents)),
    z.array(z.strictObject({ sigTst: timeStamps })).check(z.length(1)),
  ]),
});
export type UnsignedHeader = z.infer<typeof unsignedHeader>;

/** A component with the text that stands for it. */
export type ReadComponent = { readonly text: string; readonly component: UnsignedComponent };

/** The component as it stands in `etsiU`. */
export function writeComponent(written: UnsignedComponent): string {
  return encodeBase64Url(encodeUtf8(JSON.stringify(written)));
}

/** What is preserved stands before the first archive time stamp, which covers it; behind it anybody could have put it there. */
const order = /^sigTst( xVals)?( rVals)?( envelopeHash)?( arcTst)*$/;

/** The components of a header in their order, one in the clear as if it had been encoded. @throws AppError `time_stamp_invalid` for what is none, or stands where it may not */
export function readComponents({ etsiU }: UnsignedHeader): readonly [ReadComponent, ...ReadComponent[]] {
  const read = etsiU.map((entry) => readComponent(typeof entry === 'string' ? entry : writeComponent(entry)));
  const [first, ...rest] = read;
  if (first === undefined || !order.test(read.flatMap(({ component: each }) => Object.keys(each)).join(' ')))
    throw new AppError('time_stamp_invalid', { what: 'components' });
  return [first, ...rest];
}

function readComponent(text: string): ReadComponent {
  try {
    return { text, component: component.parse(parseStrictJson(decodeBase64Url(text))) };
  } catch {
    // Not as cause: a schema's message may quote what was sent.
    throw new AppError('time_stamp_invalid', { what: 'component' });
  }
}

/** The status tokens by which signing credential and mandate were valid, verbatim; null where none was kept. */
export type StatusTokens = { readonly statusToken: string | null; readonly mandateStatusToken: string | null };

/** Those that the components preserve; null where they preserve nothing of revocation. */
export function findStatusTokens(components: readonly ReadComponent[]): StatusTokens | null {
  const preserved = components.flatMap(({ component: each }) => ('rVals' in each ? [each.rVals.otherVals] : []));
  if (preserved.length === 0) return null;
  return Object.assign({ statusToken: null, mandateStatusToken: null }, ...preserved.flat());
}

/** True when `longer` is `shorter` with something behind it, or the same: whoever holds the shorter one loses nothing by it. @throws AppError `time_stamp_invalid` */
export function isContinuedBy(shorter: UnsignedHeader, longer: UnsignedHeader): boolean {
  const [before, after] = [readComponents(shorter), readComponents(longer)];
  return before.length <= after.length && before.every(({ text }, place) => text === after[place]?.text);
}
