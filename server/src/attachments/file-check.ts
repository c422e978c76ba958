import { AppError } from '@daricheh/shared/errors';

/**
 * Looks at a file as it comes, chunk by chunk, and holds no more of it than it must. Both throw AppError
 * `attachment_type_refused` or `attachment_active_content`; whoever holds the file then throws it away.
 */
export type FileCheck = { push(chunk: Uint8Array): void; end(): void };

/** The error for a file that is not what it says; `problem` is one of ours, never a part of the file. */
export function refuseType(problem: string): AppError {
  return new AppError('attachment_type_refused', { problem });
}
