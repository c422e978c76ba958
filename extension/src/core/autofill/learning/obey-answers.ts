import type { Mapped } from '../form-map/obey-map.ts';
import type { Person } from '../lexicon/people-words.ts';
import type { PageField } from '../snapshot.ts';
import { mayBeTold } from './learn-answer.ts';
import type { LearnedAnswer } from './learned-answer.ts';

/**
 * What a field asks for, once the citizen's own word was put before everything else. `learned`: the correction that was obeyed; `person`: whom the field seems to be
 * about all the same, where that is not the citizen.
 */
export type Settled = Mapped & { readonly learned?: LearnedAnswer; readonly person?: Person | undefined };

/**
 * The answers, in the order of `fields`, with what the citizen has said in their place. What may not be told is not obeyed either: the page may have
 * made a password of the field since.
 */
export function obeyAnswers(
  fields: readonly PageField[],
  answers: readonly Mapped[],
  learned: ReadonlyMap<number, LearnedAnswer>,
): readonly Settled[] {
  if (learned.size === 0) return answers;
  return answers.map((answer, place) => {
    const field = fields[place];
    const told = learned.get(answer.handle);
    return field && told && mayBeTold(field, answer, told.says) ? obey(answer, told) : answer;
  });
}

function obey(answer: Mapped, learned: LearnedAnswer): Settled {
  const { says } = learned;
  const person = answer.verdict.kind === 'other-person' ? answer.verdict.person : undefined;
  return {
    ...answer,
    mapped: undefined,
    learned,
    person,
    verdict: says.kind === 'datum' ? { kind: 'datum', datum: says.datum } : { kind: 'unknown' },
  };
}

/** True for a field that the citizen wants left alone. */
export function isToldEmpty({ learned }: Settled): boolean {
  return learned?.says.kind === 'empty';
}
