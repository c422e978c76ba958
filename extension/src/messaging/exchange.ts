import { AppError, type WireError } from '@daricheh/shared/errors';
import type { Answer, Envelope } from './message-entry.ts';

/** Carries an envelope to whoever answers it. */
export type Transport = (message: Envelope) => Promise<unknown>;

/**
 * Sends one message and gives its answer. @throws AppError what `readError` makes of the error that the other side answered with, or `unavailable` where nobody
 * answered.
 */
export async function exchange(
  transport: Transport,
  { name, request, readError }: { readonly name: string; readonly request: unknown; readonly readError: (error: WireError) => AppError },
): Promise<unknown> {
  const answer = await carry(transport, { daricheh: name, request });
  if (!isAnswer(answer)) throw new AppError('unavailable', { what: name });
  if (!answer.ok) throw readError(answer.error);
  return answer.value;
}

/** Written out, not a schema: this runs in every page of an enabled site. */
function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return (answer.ok === true && 'value' in answer) || (answer.ok === false && 'error' in answer);
}

async function carry(transport: Transport, message: Envelope): Promise<unknown> {
  try {
    return await transport(message);
  } catch (cause) {
    throw new AppError('unavailable', { what: message.daricheh }, { cause });
  }
}
