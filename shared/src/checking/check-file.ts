import type { Bytes } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type LocalProofFile, readLocalProofFile } from '../local-proof/index.ts';
import { readSealedPdf } from '../pdf/index.ts';
import { decodeManifest, type Manifest, readSubmissionFile, type SubmissionFile, sheetFileNames } from '../submission/index.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import { checkLocalProofFile } from './check-local-proof.ts';
import { checkReceiptSheet, readEnclosed } from './check-receipt-sheet.ts';
import type { CheckReport } from './check-report.ts';
import { checkSubmissionFile } from './check-submission-file.ts';

/** A file that was read; nothing in it is believed yet. */
export type Checkable =
  | { readonly kind: 'submission'; readonly file: SubmissionFile }
  | { readonly kind: 'sheet'; readonly pdf: Bytes }
  | { readonly kind: 'local-proof'; readonly file: LocalProofFile };

/** Most that a file may measure: a record brings a picture, a signed form a status list and a trust list. */
export const maxCheckableLength = 16_777_216;

/** A PDF that says that a receipt of ours is in it, whether it is whole or not: other PDFs are attachments, perhaps. */
const sheetMarks = { start: '%PDF-', receipt: `(${sheetFileNames.receipt})` } as const;

/** What any of the others says of itself, whichever version it is of. */
const names = { submission: 'daricheh.submission-file.', localProof: 'daricheh.local-proof-file.' } as const;

/**
 * The file that these bytes are, by what is in it and not by its name; null where it names itself nothing that can be checked.
 * @throws AppError `submission_file_invalid`, `local_proof_file_invalid` where it does, and is not whole
 */
export function readCheckable(bytes: Bytes): Checkable | null {
  if (bytes.length > maxCheckableLength) return null;
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith(sheetMarks.start)) return text.includes(sheetMarks.receipt) ? { kind: 'sheet', pdf: bytes } : null;
  if (text.includes(names.submission)) return { kind: 'submission', file: readSubmissionFile(bytes) };
  if (text.includes(names.localProof)) return { kind: 'local-proof', file: readLocalProofFile(bytes) };
  return null;
}

/** Whatever the file is, by the rules of its kind: see `checkSubmissionFile`, `checkReceiptSheet`, `checkLocalProofFile`. */
export function checkFile(checkable: Checkable, call: CheckCall, ports: CheckPorts): Promise<CheckReport> {
  switch (checkable.kind) {
    case 'submission':
      return checkSubmissionFile(checkable.file, call, ports);
    case 'sheet':
      return checkReceiptSheet(checkable.pdf, call, ports);
    case 'local-proof':
      return checkLocalProofFile(checkable.file, call, ports);
  }
}

/** The files that the signed text names, which may lie beside; none where it cannot be read. */
export function listAttachments(checkable: Checkable): Manifest['attachments'] {
  if (checkable.kind === 'local-proof') return [];
  try {
    const { envelope } = checkable.kind === 'sheet' ? readEnclosed(readSealedPdf(checkable.pdf)) : checkable.file;
    return decodeManifest(decodeBase64Url(envelope.jws.payload)).attachments;
  } catch (error) {
    // The check itself says what is wrong with it.
    if (error instanceof AppError) return [];
    throw error;
  }
}
