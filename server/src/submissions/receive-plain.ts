import { type LocalizedText, localizedText } from '@daricheh/shared/trust';
import { cleanValue } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';
import type { Agency } from '../agencies/agency.ts';
import { makeRecordId } from '../crypto/make-record-id.ts';
import type { Deps } from '../deps.ts';
import { type CountedAnswer, repeatAnswer } from './count-once.ts';
import { makeCaseNumber } from './random-names.ts';

const dayMs = 86_400_000;
/** What is promised where no form of ours says otherwise. */
const defaultDecisionDays = 30;

/** A line of an agency's words, without what is not seen. */
const words = z.pipe(z.string().check(z.maxLength(500)), z.transform(cleanValue)).check(z.minLength(1));

/** What an agency's own back end hands over: answers in the words of its page, signed by nobody. */
export const plainSubmission = z.strictObject({
  formTitle: words,
  answers: z.array(z.strictObject({ label: words, value: z.string().check(z.maxLength(10_000)) })).check(z.minLength(1), z.maxLength(200)),
});

/** How a plain submission is stored. */
export const plainBody = z.strictObject({
  type: z.literal('daricheh.plain.v1'),
  answers: z.array(z.strictObject({ label: localizedText, value: z.string() })),
});
export type PlainBody = z.infer<typeof plainBody>;

export type PlainIntake = {
  readonly agency: Agency;
  readonly formId: string | null;
  readonly title: LocalizedText;
  readonly answers: PlainBody['answers'];
  readonly decisionDays?: number;
  /** How long the form's terms let it be kept; absent where no form of ours says. */
  readonly retentionDays?: number;
  /** Null where the sender, a browser without script, has no key. */
  readonly once: { readonly key: string; readonly bodyHash: string } | null;
};

/** Text in the words of one language, for both. */
export function toLocalized(text: string): LocalizedText {
  return { fa: text, en: text };
}

/** Stores answers that nobody signed as a case of their own. @throws AppError `idempotency_key_reused` */
export async function receivePlain(
  intake: PlainIntake,
  { store, now, randomBytes }: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
): Promise<CountedAnswer> {
  const { agency, formId, title, answers, once, decisionDays = defaultDecisionDays, retentionDays } = intake;
  const receivedAt = now();
  const dueAt = new Date(receivedAt.getTime() + decisionDays * dayMs);
  const caseNumber = makeCaseNumber(randomBytes);
  const answer = { caseNumber, dueAt: dueAt.toISOString() };
  const body: PlainBody = { type: 'daricheh.plain.v1', answers };
  const outcome = await store.submissions.record({
    case: { agency: agency.id, caseNumber, formId, title, isSigned: false, receivedAt, dueAt },
    tokenHash: null,
    submission: { id: makeRecordId(randomBytes, receivedAt), receivedAt, manifestHash: null, body: JSON.stringify(body), receipt: null },
    request: null,
    idempotency: once === null ? null : { ...once, answer },
    eventId: makeRecordId(randomBytes, receivedAt),
    recheck: null,
    evidence: null,
    attachments: [],
    ...(retentionDays === undefined ? {} : { keepUntil: new Date(receivedAt.getTime() + retentionDays * dayMs) }),
  });
  return outcome.kind === 'repeated' && once !== null ? repeatAnswer(outcome, once.bodyHash) : { answer, isRepeated: false };
}
