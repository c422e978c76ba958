import * as z from 'zod/mini';
import type { Bytes } from '../credential/index.ts';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { logProof } from '../log/index.ts';
import { signedEnvelope, splitSignatures } from './co-submission.ts';
import { type SubmissionEnvelope, submissionEnvelope } from './submission.ts';
import { unsignedHeader } from './unsigned-header.ts';

const about = { agency: z.strictObject({ id: z.string(), origin: z.string() }), receipt: z.string() };

/** What the agency's log has shown of the receipt. */
const fileLog = z.strictObject({
  proof: logProof,
  /** The newest checkpoint (compact JWS) that was seen to continue the proof's own. */
  checkpoint: z.string(),
  /** A checkpoint under the agency's seal that contradicts it. */
  contradiction: z.optional(z.string()),
});

const fileMembers = z.strictObject({
  type: z.literal('daricheh.submission-file.v2'),
  ...about,
  envelope: signedEnvelope,
  /** What the agency added to the signature's JWS: time stamps. Where two people signed it stands at each signature, and so does the status token. */
  header: z.optional(unsignedHeader),
  /** The definition of the form, a compact JWS under the agency's seal. */
  form: z.optional(z.string()),
  /** The status token by which the signer's credential counted. */
  statusToken: z.optional(z.string()),
  /** The status token by which the mandate counted, where it was signed for another. */
  mandateStatusToken: z.optional(z.string()),
  log: z.optional(fileLog),
  /** The signed trust list that was in force; before it those that announced the root under which it is signed. */
  trustList: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(64))),
  /** The root certificates, base64 of DER. Nobody believes a root because a file brings it: they are here to be compared. */
  roots: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(64))),
});

/**
 * A signed submission as its owner keeps it, with everything by which others can judge it when neither wallet nor agency is
 * there any more. What somebody signed or sealed stands in it verbatim; certificates are in the headers of those. Nothing in it
 * is secret but the answers.
 */
export const submissionFile = fileMembers.check(
  // It would be passed over, and look as if it counted.
  z.refine(
    ({ envelope, header, statusToken, mandateStatusToken }) =>
      envelope.type === 'daricheh.submission.v1' || (header ?? statusToken ?? mandateStatusToken) === undefined,
  ),
);
export type SubmissionFile = z.infer<typeof submissionFile>;

/** The file as wallets wrote it first: without the form's definition, the status, the trust list and the roots. */
const firstSubmissionFile = z.strictObject({
  type: z.literal('daricheh.submission-file.v1'),
  ...about,
  envelope: submissionEnvelope,
  header: z.optional(unsignedHeader),
  log: z.optional(
    z.object({
      proven: z.nullable(z.object({ proof: logProof, checkpoint: z.string() })),
      problem: z.nullable(z.object({ checkpoint: z.nullable(z.string()) })),
    }),
  ),
});

const anySubmissionFile = z.discriminatedUnion('type', [submissionFile, firstSubmissionFile]);

/** The file's text, as it is saved. */
export function writeSubmissionFile(file: SubmissionFile): string {
  return `${JSON.stringify(submissionFile.parse(file), null, 2)}\n`;
}

/**
 * The file that a text or its UTF-8 holds, an older one in today's shape. Nothing in it is believed yet: that is for
 * `checkSubmissionFile`.
 * @throws AppError `submission_file_invalid`
 */
export function readSubmissionFile(text: string | Bytes): SubmissionFile {
  const parsed = anySubmissionFile.safeParse(readJson(text));
  // Not as cause: a schema's message may quote what was read.
  if (!parsed.success) throw new AppError('submission_file_invalid', { what: 'shape' });
  return parsed.data.type === 'daricheh.submission-file.v1' ? renewFile(parsed.data) : parsed.data;
}

/** A file of one signature. */
export type SingleSubmissionFile = Omit<SubmissionFile, 'envelope'> & { readonly envelope: SubmissionEnvelope };

/** The file as a file of each of its signatures alone, in their order. */
export function splitSubmissionFile({ envelope, ...file }: SubmissionFile): readonly SingleSubmissionFile[] {
  if (envelope.type === 'daricheh.submission.v1') return [{ ...file, envelope }];
  const { header: _none, statusToken: _neither, ...common } = file;
  return splitSignatures(envelope).map(({ envelope: own, header, statusToken }) => ({
    ...{ ...common, envelope: own },
    ...(header !== null && { header }),
    ...(statusToken !== null && { statusToken }),
  }));
}

function renewFile({ log, type: _type, ...kept }: z.infer<typeof firstSubmissionFile>): SubmissionFile {
  const { proven = null, problem = null } = log ?? {};
  const contradiction = problem?.checkpoint ?? undefined;
  const seen = proven && { proof: proven.proof, checkpoint: proven.checkpoint, ...(contradiction !== undefined && { contradiction }) };
  return { type: 'daricheh.submission-file.v2', ...kept, ...(seen && { log: seen }) };
}

function readJson(text: string | Bytes): unknown {
  try {
    return parseStrictJson(text);
  } catch {
    throw new AppError('submission_file_invalid', { what: 'json' });
  }
}
