import { type ErrorCode, type ErrorFacts, errorCodes, errorSentences, toWire } from '../errors/index.ts';

/** Why something was refused: a code, the HTTP status that fits it, its facts, and a sentence for people. */
export type Refusal = {
  readonly code: ErrorCode;
  readonly status: number;
  readonly facts: ErrorFacts;
  readonly fa: string;
  readonly en: string;
};

/** What an error says to a program and to people. Nothing in it is a value of the citizen's. */
export function explainRefusal(error: unknown): Refusal {
  const { code, facts } = toWire(error);
  return { code, status: errorCodes[code], facts, ...errorSentences[code] };
}
