import { AppError } from '@daricheh/shared/errors';
import type { Deps } from '../deps.ts';
import type { CaseName, CaseRecord, CaseState } from '../storage/store.ts';
import { makeRandomName } from '../submissions/random-names.ts';
import { toLocalized } from '../submissions/receive-plain.ts';

/** The states into which a caseworker brings a case. */
export const deskStates = ['in-review', 'more-needed', 'approved', 'refused'] as const satisfies readonly CaseState[];
export type DeskState = (typeof deskStates)[number];

/** What a caseworker may do to a case, by the state in which it is. */
const nextStates: Readonly<Record<CaseState, readonly DeskState[]>> = {
  received: ['in-review'],
  'in-review': ['more-needed', 'approved', 'refused'],
  'more-needed': ['in-review', 'refused'],
  approved: [],
  refused: [],
  amended: [],
  withdrawn: [],
  recorded: [],
};

/** The states into which a case in this one can be brought. */
export function listNextStates(state: CaseState): readonly DeskState[] {
  return nextStates[state];
}

/** True when the citizen must be told why in a sentence. */
export function needsSentence(state: DeskState): boolean {
  return state === 'more-needed' || state === 'refused';
}

export type Decision = {
  readonly to: DeskState;
  /** To the citizen; empty where none is needed. */
  readonly sentence: string;
  /** The case as the caseworker saw it. */
  readonly revision: number;
  readonly caseworkerId: string;
};

/**
 * Brings the case into another state, and tells the citizen the sentence as what to do next.
 * @throws AppError `not_found`; `case_moved_on` when somebody changed it meanwhile or the step is not open from where it
 * stands; `malformed_request` when the sentence is missing
 */
export async function changeCase(
  name: CaseName,
  decision: Decision,
  { store, now, randomBytes }: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
): Promise<CaseRecord> {
  const file = await store.cases.read(name);
  if (file === null) throw new AppError('not_found');
  const { to, sentence, revision, caseworkerId } = decision;
  if (file.case.revision !== revision || !listNextStates(file.case.state).includes(to)) throw new AppError('case_moved_on');
  if (needsSentence(to) && sentence === '') throw new AppError('malformed_request', { field: 'sentence' });
  const nextAction = needsSentence(to) ? toLocalized(sentence) : null;
  const event = {
    id: makeRandomName(randomBytes, 16),
    at: now(),
    kind: to,
    actor: caseworkerId,
    note: needsSentence(to) ? sentence : null,
  };
  if (!(await store.cases.change(name, revision, { state: to, nextAction, event }))) throw new AppError('case_moved_on');
  return { ...file.case, state: to, nextAction, revision: revision + 1, updatedAt: event.at };
}
