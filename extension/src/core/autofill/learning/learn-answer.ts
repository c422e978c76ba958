import type { Classified } from '../classify.ts';
import { maySayWhatItAsks } from '../may-be-said.ts';
import type { PageField, PageSnapshot } from '../snapshot.ts';
import type { LearnedAnswer, ToldMeaning } from './learned-answer.ts';
import { nameFields, type PageAddress } from './name-fields.ts';

/** A form as it stands before the citizen: its snapshot, its address, and what its fields ask for but for the citizen's word. */
export type LearningPage = {
  readonly snapshot: PageSnapshot;
  readonly address: PageAddress;
  /** In the order of the snapshot's fields. */
  readonly answers: readonly Classified[];
};

/** Whether what the citizen says of a field may be obeyed: of a field about somebody else only when they were told so and say that it is about them. */
export function mayBeTold(field: PageField, answer: Classified, says: ToldMeaning): boolean {
  if (!maySayWhatItAsks(field, answer)) return false;
  return answer.verdict.kind !== 'other-person' || says.kind === 'empty' || says.isAboutMe;
}

/** What to keep of a correction, in the place of an earlier one of the same field; undefined where it is refused, or there is no such field. */
export async function learnAnswer(
  { snapshot, address, answers }: LearningPage,
  told: { readonly handle: number; readonly says: ToldMeaning },
  known: readonly LearnedAnswer[],
  { newId, nowMs }: { readonly newId: () => string; readonly nowMs: number },
): Promise<LearnedAnswer | undefined> {
  const at = snapshot.fields.findIndex(({ handle }) => handle === told.handle);
  const field = snapshot.fields[at];
  const answer = answers[at];
  const name = (await nameFields(snapshot, address)).get(told.handle);
  if (!field || !answer || !name || !mayBeTold(field, answer, told.says)) return undefined;
  const { origin } = address;
  const earlier = known.find((each) => each.origin === origin && each.form === name.form && each.place === name.place);
  return { version: 1, id: earlier?.id ?? newId(), origin, ...name, says: told.says, learnedAtMs: nowMs };
}

/** What was learned of this form's fields, by their handles. Nothing that was learned at another origin, path or form. */
export async function recallAnswers(
  snapshot: PageSnapshot,
  address: PageAddress,
  known: readonly LearnedAnswer[],
): Promise<ReadonlyMap<number, LearnedAnswer>> {
  const here = known.filter(({ origin }) => origin === address.origin);
  if (here.length === 0) return new Map();
  const byName = new Map(here.map((answer) => [`${answer.form} ${answer.place}`, answer]));
  const names = await nameFields(snapshot, address);
  return new Map(
    [...names].flatMap(([handle, { form, place }]) => {
      const answer = byName.get(`${form} ${place}`);
      return answer ? [[handle, answer] as const] : [];
    }),
  );
}
