import { type ErrorCode, isErrorCode } from './codes.ts';

/** What an error may tell about itself: names of fields, counts, limits. Never a value of the citizen's. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** An error as it crosses a boundary: `structuredClone` would drop the code, `JSON.stringify` the message. */
export type WireError = { readonly code: ErrorCode; readonly facts: ErrorFacts };

/**
 * The one error class: what broke is in `code`, about what is in `facts`. The message is for developers alone. The HTTP status that it travels with is
 * `errorCodes[code]`: the class itself knows no list, so that a script in a page need not carry one.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: { cause?: unknown }) {
    super(`${code}${describeFacts(facts)}`, options);
    this.code = code;
    this.facts = facts;
  }
}

/** The error as plain data. What is not an AppError becomes `internal_error`, with nothing of its text. */
export function toWire(error: unknown): WireError {
  return error instanceof AppError ? { code: error.code, facts: error.facts } : { code: 'internal_error', facts: {} };
}

/** The error that `toWire` described. Anything of another shape becomes `internal_error`. */
export function fromWire(wire: unknown): AppError {
  if (!isRecord(wire) || !isErrorCode(wire['code'])) return new AppError('internal_error');
  return new AppError(wire['code'], readFacts(wire['facts']));
}

function readFacts(facts: unknown): ErrorFacts {
  if (!isRecord(facts)) return {};
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number | boolean] => isFact(entry[1])));
}

function isFact(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeFacts(facts: ErrorFacts): string {
  const pairs = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
  return pairs.length === 0 ? '' : ` (${pairs.join(', ')})`;
}
