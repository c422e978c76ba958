import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { SubmissionStore } from '../storage/store.ts';

/** The answer to a submission, and whether it had been given before. */
export type CountedAnswer = { readonly answer: Json; readonly isRepeated: boolean };

export type CountOnce = (
  name: { readonly agency: string; readonly key: string; readonly bodyHash: string },
  receive: () => Promise<CountedAnswer>,
) => Promise<CountedAnswer>;

type UnderWay = { readonly bodyHash: string; readonly answer: Promise<CountedAnswer> };

const keyForm = /^"?([A-Za-z0-9_-]{8,128})"?$/;

/**
 * The key in an `Idempotency-Key` header, with or without the quotes of a structured field.
 * @throws AppError `idempotency_key_required`
 * @see draft-ietf-httpapi-idempotency-key-header-07, section 2.1
 */
export function readIdempotencyKey(header: string | undefined): string {
  const key = keyForm.exec(header ?? '')?.[1];
  if (key === undefined) throw new AppError('idempotency_key_required');
  return key;
}

/**
 * Makes repetitions of a request count once. What was answered before is answered again; who repeats a request that is
 * still under way waits for its answer. Between processes the transaction that stores the submission decides.
 *
 * The function it returns throws AppError `idempotency_key_reused` when the key stood for another body, and
 * `idempotency_key_in_use` when another body under the same key is still under way.
 */
export function createCountOnce(submissions: SubmissionStore): CountOnce {
  const underWay = new Map<string, UnderWay>();
  return async ({ agency, key, bodyHash }, receive) => {
    const name = `${agency} ${key}`;
    const running = underWay.get(name);
    if (running !== undefined) {
      if (running.bodyHash !== bodyHash) throw new AppError('idempotency_key_in_use');
      return { answer: (await running.answer).answer, isRepeated: true };
    }
    const answer = answerOrReceive(submissions, { agency, key, bodyHash }, receive).finally(() => underWay.delete(name));
    underWay.set(name, { bodyHash, answer });
    return answer;
  };
}

async function answerOrReceive(
  submissions: SubmissionStore,
  { agency, key, bodyHash }: { agency: string; key: string; bodyHash: string },
  receive: () => Promise<CountedAnswer>,
): Promise<CountedAnswer> {
  const before = await submissions.findAnswer({ agency, key });
  return before === null ? receive() : repeatAnswer(before, bodyHash);
}

/** What stood under the key before, for the same body. @throws AppError `idempotency_key_reused` */
export function repeatAnswer(before: { readonly bodyHash: string; readonly answer: Json }, bodyHash: string): CountedAnswer {
  if (before.bodyHash !== bodyHash) throw new AppError('idempotency_key_reused');
  return { answer: before.answer, isRepeated: true };
}
