import { type Bytes, parseCompactJws, parseJwsPayload, type Sha256 } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { readSealedPdf } from '../pdf/index.ts';
import { decodeManifest, findEarlier, hashManifest, type Manifest, type SubmissionFile } from '../submission/index.ts';
import type { SubmissionBeside } from './check-call.ts';
import type { Checkable } from './check-file.ts';
import { readEnclosed } from './check-receipt-sheet.ts';

/** What another file in the same place is, as it says itself; null for what is no submission, or cannot be read. */
export async function describeBeside(name: string, checkable: Checkable, sha256: Sha256): Promise<SubmissionBeside | null> {
  const read = readSubmission(checkable);
  if (read === null) return null;
  const { manifest, bytes, caseNumber } = read;
  return {
    name,
    origin: manifest.agency.origin,
    manifestHash: await hashManifest(bytes, sha256),
    caseNumber,
    earlier: findEarlier(manifest),
  };
}

type ReadSubmission = { readonly manifest: Manifest; readonly bytes: Bytes; readonly caseNumber: string | null };

function readSubmission(checkable: Checkable): ReadSubmission | null {
  if (checkable.kind === 'local-proof') return null;
  return orNull(() => {
    const { envelope, receipt } = checkable.kind === 'sheet' ? readEnclosed(readSealedPdf(checkable.pdf)) : checkable.file;
    const bytes = decodeBase64Url(envelope.jws.payload);
    return { manifest: decodeManifest(bytes), bytes, caseNumber: orNull(() => readCaseNumber(receipt)) };
  });
}

function readCaseNumber(receipt: SubmissionFile['receipt']): string | null {
  const { caseNumber } = parseJwsPayload(parseCompactJws(receipt, { code: 'receipt_invalid' }), 'receipt_invalid');
  return typeof caseNumber === 'string' ? caseNumber : null;
}

/** What cannot be read is told of by the file's own check. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
