import type { Disclosure } from '@daricheh/shared/presentation';
import { type ChosenAnswer, chooseAnswers } from './choose-answers.ts';
import type { AnswerablePlan, ClaimRow, PlannedCredential } from './disclosure-plan.ts';

/** A document that is shown, with the rows of it that are. */
export type DecidedCredential = { readonly queryId: string; readonly planned: PlannedCredential; readonly rows: readonly ClaimRow[] };

/**
 * What is on when the window opens: of each required set the option that the asker prefers, and of an optional one only
 * what the asker is registered for; of each part the newest document; of each document every registered row.
 */
export function selectByDefault({ sets, parts }: AnswerablePlan): string[] {
  const options = sets.flatMap(({ isRequired, options: [first] }) => (first && (isRequired || first.isRegistered) ? [first.key] : []));
  const documents = parts.flatMap(({ credentials: [newest] }) => (newest ? [newest.key] : []));
  const rows = parts.flatMap(({ credentials }) => credentials.flatMap((credential) => credential.rows));
  return [...options, ...documents, ...rows.filter(({ isRegistered }) => isRegistered).map(({ key }) => key)];
}

/** Exactly what is released for the citizen's choice. Undefined where it is no whole answer: a partial one is never given. @see chooseAnswers */
export function decideDisclosure(plan: AnswerablePlan, selectedKeys: readonly string[]): readonly DecidedCredential[] | undefined {
  return chooseAnswers(plan, selectedKeys)?.map(toDecided);
}

/** What a decision means for the answer. */
export function toDisclosure({ queryId, planned, rows }: DecidedCredential): Disclosure {
  return { queryId, credentialId: planned.credential.id, paths: rows.map(({ path }) => path) };
}

function toDecided({ queryId, credential, rowKeys }: ChosenAnswer<PlannedCredential>): DecidedCredential {
  return { queryId, planned: credential, rows: credential.rows.filter(({ key }) => rowKeys.includes(key)) };
}
