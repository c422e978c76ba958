import { AppError, errorCodes, errorSentences, toWire } from '@daricheh/shared/errors';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

const retryAfterSeconds = 2;

/** The answer that tells of `error`: a problem document with its code, its facts and its sentence in both languages. */
export function answerProblem(error: unknown): Response {
  const { code, facts } = toWire(error);
  const status = errorCodes[code];
  const { en, fa } = errorSentences[code];
  const problem = { type: `urn:daricheh:error:${code}`, title: en, title_fa: fa, status, code, facts };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (status === 503) headers.set('Retry-After', String(retryAfterSeconds));
  if (code === 'too_many_requests') headers.set('Retry-After', String(facts['retryAfterSeconds'] ?? retryAfterSeconds));
  return new Response(JSON.stringify(problem), { status, headers });
}

/** Answers errors thrown by any route. What is not an AppError becomes `internal_error`, with nothing of its text. */
export function handleError(error: Error, _context: Context<AppEnv>): Response {
  return answerProblem(error);
}

/** Answers requests that no route takes. */
export function handleNotFound(): Response {
  return answerProblem(new AppError('not_found'));
}
