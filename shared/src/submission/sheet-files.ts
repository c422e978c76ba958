import * as z from 'zod/mini';
import type { Bytes } from '../credential/index.ts';
import { canonicalizeJson, decodeBase64Url, decodeUtf8, encodeUtf8, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { decodeManifest } from './manifest-bytes.ts';
import { type SubmissionEvidence, submissionEvidence } from './submission.ts';
import { type SubmissionFile, submissionFile } from './submission-file.ts';
import { unsignedHeader } from './unsigned-header.ts';

/** The files inside a receipt's PDF, by their names there. */
export const sheetFileNames = {
  submission: 'submission.json',
  receipt: 'receipt.jws',
  evidence: 'evidence.json',
  form: 'form.jws',
} as const;

/** What a receipt's PDF carries, as files. `form` is left out where the definition that was signed is at hand no more. */
export type SheetFiles = Readonly<Record<Exclude<keyof typeof sheetFileNames, 'form'>, Bytes>> & { readonly form: Bytes | null };

/** What they are made from. `form`: the form's definition under the agency's seal. */
export type SheetContent = {
  readonly envelope: SubmissionFile['envelope'];
  readonly receipt: string;
  readonly evidence: SubmissionEvidence;
  readonly form: string | null;
};

/**
 * The files, as they are embedded:
 * - `submission.json`: the envelope as it was taken, the JWS in it with its unprotected header where there is one, as RFC 7515,
 *   section 7.2.2, has it. Without `jws.header` it is the envelope again.
 * - `receipt.jws`: the receipt, a compact JWS, and nothing behind it.
 * - `evidence.json`: what `/evidence` answers (`submissionEvidence`).
 * - `form.jws`: the form's definition, a compact JWS.
 */
export function writeSheetFiles({ envelope, receipt, evidence, form }: SheetContent): SheetFiles {
  const { header } = evidence;
  const stamped = { ...envelope, jws: { ...envelope.jws, ...(header !== null && { header }) } };
  return {
    submission: encodeUtf8(JSON.stringify(stamped)),
    receipt: encodeUtf8(receipt),
    evidence: encodeUtf8(JSON.stringify(evidence)),
    form: form === null ? null : encodeUtf8(form),
  };
}

const stampedEnvelope = z.looseObject({ jws: z.looseObject({ payload: z.string(), header: z.optional(unsignedHeader) }) });

/**
 * The submission that lies in a receipt's PDF, as a saved file has it: without the agency's log, trust list and roots, which a PDF does
 * not carry. Nothing in it is believed yet.
 * @throws AppError `submission_file_invalid`: `evidence` where two of the files say different things of the time stamps
 */
export function readSheetFiles({ submission, receipt, evidence, form }: SheetFiles): SubmissionFile {
  const { jws, ...rest } = readJson(submission, stampedEnvelope);
  const { header = null, ...signed } = jws;
  const kept = readJson(evidence, submissionEvidence);
  if (canonicalizeJson(header) !== canonicalizeJson(kept.header)) throw invalid('evidence');
  const parsed = submissionFile.safeParse({
    ...{
      type: 'daricheh.submission-file.v2',
      agency: readAgency(jws.payload),
      envelope: { ...rest, jws: signed },
      receipt: readText(receipt),
    },
    ...(kept.header !== null && { header: kept.header }),
    ...(kept.statusToken !== null && { statusToken: kept.statusToken }),
    ...(kept.mandateStatusToken !== undefined && { mandateStatusToken: kept.mandateStatusToken }),
    ...(form !== null && { form: readText(form) }),
  });
  if (!parsed.success) throw invalid('shape');
  return parsed.data;
}

/** As the signed text has it; of one that cannot be read the check itself says so. */
function readAgency(payload: string): SubmissionFile['agency'] {
  try {
    const { id, origin } = decodeManifest(decodeBase64Url(payload)).agency;
    return { id, origin };
  } catch (error) {
    if (error instanceof AppError) return { id: '', origin: '' };
    throw error;
  }
}

function readJson<T>(bytes: Bytes, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(parse(bytes));
  if (!parsed.success) throw invalid('shape');
  return parsed.data;
}

function parse(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw invalid('json');
  }
}

function readText(bytes: Bytes): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw invalid('utf8');
  }
}

function invalid(what: string): AppError {
  return new AppError('submission_file_invalid', { what });
}
