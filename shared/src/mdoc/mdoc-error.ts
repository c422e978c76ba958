import { AppError } from '../errors/index.ts';

/** The error of an mdoc that breaks a rule; `what` names the part. */
export function invalidMdoc(what: string, cause?: unknown): AppError {
  return new AppError('mdoc_invalid', { what }, cause === undefined ? {} : { cause });
}
