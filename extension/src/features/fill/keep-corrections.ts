import type { FormMap } from '@daricheh/shared/form-map';
import { classifyPage } from '../../core/autofill/classify.ts';
import { findMappedFields } from '../../core/autofill/form-map/find-mapped-fields.ts';
import { obeyMap } from '../../core/autofill/form-map/obey-map.ts';
import type { CorrectionEnd, LearnedSite } from '../../core/autofill/learning/correction.ts';
import { learnAnswer } from '../../core/autofill/learning/learn-answer.ts';
import type { LearnedAnswer, ToldMeaning } from '../../core/autofill/learning/learned-answer.ts';
import type { FrameInfo, PagePort } from '../../core/autofill/page-port.ts';

/** What is kept of the citizen's corrections. Every method throws AppError `vault_locked` while the vault is not open. */
export type LearnedStore = {
  readonly list: () => Promise<readonly LearnedAnswer[]>;
  readonly put: (answer: LearnedAnswer) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
};

export type CorrectDeps = {
  readonly page: Pick<PagePort, 'snapshot'>;
  readonly learned: LearnedStore;
  readonly findFormMap: (origin: string) => Promise<FormMap | undefined>;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

export type Correction = { readonly tabId: number; readonly mark: string; readonly handle: number; readonly says: ToldMeaning };

/** Keeps what the citizen says of one field of `frame`, while it still shows the form that they saw. */
export async function keepCorrection(correction: Correction, frame: FrameInfo, deps: CorrectDeps): Promise<CorrectionEnd> {
  const { tabId, mark, handle, says } = correction;
  const snapshot = await deps.page.snapshot(tabId, frame.documentId).catch(() => undefined);
  if (snapshot?.mark !== mark) return 'form-changed';
  const mapped = findMappedFields(snapshot, frame.path, await deps.findFormMap(frame.origin));
  const page = { snapshot, address: frame, answers: obeyMap(snapshot.fields, classifyPage(snapshot), mapped) };
  const times = { newId: deps.newId, nowMs: deps.nowMs() };
  const answer = await learnAnswer(page, { handle, says }, await deps.learned.list(), times);
  if (!answer) return 'refused';
  await deps.learned.put(answer);
  return 'kept';
}

/** Where corrections were made, in the order of the origins. */
export async function listLearnedSites(learned: LearnedStore): Promise<LearnedSite[]> {
  const sites = Map.groupBy(await learned.list(), ({ origin }) => origin);
  return [...sites].map(([origin, answers]) => ({ origin, count: answers.length })).sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

/** Lets go of every correction that was made at an origin. */
export async function forgetSite(origin: string, learned: LearnedStore): Promise<void> {
  const answers = await learned.list();
  await learned.remove(answers.filter((answer) => answer.origin === origin).map(({ id }) => id));
}
