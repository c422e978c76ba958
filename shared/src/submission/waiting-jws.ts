import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { localizedText } from '../trust/index.ts';
import { coSubmissionEnvelope } from './co-submission.ts';
import { type FlattenedJws, submissionAnswer, submissionEvidence } from './submission.ts';

/** A form with its first signature, as a general JWS that the second signer's wallet finds in the agency's page (RFC 7515, section 7.2.1). */
const waitingJws = z.strictObject({
  payload: z.string(),
  signatures: z.array(z.strictObject({ protected: z.string(), signature: z.string() })).check(z.length(1)),
});

/** The text of the attribute `data-daricheh-co-sign`. */
export function writeWaitingJws({ payload, ...first }: FlattenedJws): string {
  return JSON.stringify({ payload, signatures: [first] });
}

/** The first signature in that text, in flattened form. Nothing in it is believed yet. @throws AppError `manifest_invalid` */
export function readWaitingJws(text: string): FlattenedJws {
  const parsed = waitingJws.safeParse(readJson(text));
  const first = parsed.data?.signatures[0];
  // Not as cause: a schema's message may quote what stands in the page.
  if (parsed.data === undefined || first === undefined) throw new AppError('manifest_invalid', { what: 'shape' });
  return { payload: parsed.data.payload, ...first };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('manifest_invalid', { what: 'json' });
  }
}

/** The agency's answer (202) to the first signature: whose is awaited, and the link to give to that person. */
export const awaitedSignature = z.strictObject({
  awaits: z.strictObject({ role: z.string(), label: localizedText, link: z.url(), expiresAt: z.iso.datetime() }),
});
export type AwaitedSignature = z.infer<typeof awaitedSignature>;

/** The agency's answer to the second signature, and from then on to the first. `coSigned`: the whole, with what was added to each signature. */
export const coSubmissionAnswer = z.extend(submissionAnswer, { coSigned: z.optional(coSubmissionEnvelope) });

/** What proves a form later that two people signed: it stands in `coSigned`, at each signature. */
export const coSubmissionEvidence = z.extend(submissionEvidence, { coSigned: z.optional(coSubmissionEnvelope) });
