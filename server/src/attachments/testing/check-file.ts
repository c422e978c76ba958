import { AppError } from '@daricheh/shared/errors';
import type { AttachmentType } from '@daricheh/shared/submission';
import { createFileCheck } from '../create-file-check.ts';

/** What the check says of a file that comes in chunks of that size: `accepted`, or the error's code and what it names. */
export function checkFile(type: AttachmentType, bytes: Uint8Array, chunkSize = 65_536): string {
  const check = createFileCheck(type);
  try {
    for (let at = 0; at < bytes.length; at += chunkSize) check.push(bytes.subarray(at, at + chunkSize));
    check.end();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.code} ${error.facts['problem'] ?? error.facts['what']}`;
  }
}
