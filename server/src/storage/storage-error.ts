import { AppError } from '@daricheh/shared/errors';

/** SQLSTATE classes that say "not now": connection lost, resources short, operator stepping in. PostgreSQL manual, appendix A. */
const unavailableStates = /^(08|53|57P)/;
/** Sockets that were refused or cut, and SQLite's own (with their extended forms, such as SQLITE_IOERR_FSYNC). */
const unavailableCodes = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOENT|SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN)\w*)$/;
const fullCodes = new Set(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT']);
/** PostgreSQL keeps no NUL in text; SQLite does. No text of ours holds one. */
const unstorableText = '22021';
/** Drivers give these without a code. */
const unavailableMessages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** The error that a caller may see for one that a database driver threw; other errors come back as they are. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = readCode(error);
  if (fullCodes.has(code)) return new AppError('storage_full', {}, { cause: error });
  if (code === unstorableText) return new AppError('malformed_request', { what: 'text' }, { cause: error });
  if (unavailableCodes.test(code) || unavailableStates.test(code) || unavailableMessages.test(error.message)) {
    return new AppError('unavailable', {}, { cause: error });
  }
  return error;
}

/** True of an error as a caller may see it, when it says that the storage takes nothing just now, whatever it is. */
export function isStorageAway(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'unavailable' || error.code === 'storage_full');
}

/** True when the same transaction may succeed if run again: PostgreSQL and its kin report a lost race so. */
export function isSerializationFailure(error: unknown): boolean {
  const code = error instanceof Error ? readCode(error) : '';
  return code === '40001' || code === '40P01';
}

/** Unique key, table and, as each table of PostgreSQL brings a type of its name, that type. */
const takenNames = new Set(['23505', '42P07', '42710']);

/** True when a row or a table of that name was written by somebody else first. */
export function isNameTaken(error: unknown): boolean {
  return error instanceof Error && takenNames.has(readCode(error));
}

function readCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
