import type { Classified } from '../classify.ts';
import type { MappedFields } from '../form-map/find-mapped-fields.ts';
import { obeyMap } from '../form-map/obey-map.ts';
import type { LearnedAnswer } from '../learning/learned-answer.ts';
import { isToldEmpty, obeyAnswers, type Settled } from '../learning/obey-answers.ts';
import type { PageField } from '../snapshot.ts';

/** What was said of fields of a page, by their handles: by the agency in its map, and by the citizen. */
export type Said = { readonly mapped?: MappedFields; readonly learned?: ReadonlyMap<number, LearnedAnswer> };

/**
 * What each field asks for once everybody was heard, in this order: fields that stay as they are; the citizen's own word; the agency's; the guess.
 */
export function settleAnswers(
  fields: readonly PageField[],
  guesses: readonly Classified[],
  { mapped = new Map(), learned = new Map() }: Said,
): readonly Settled[] {
  return obeyAnswers(fields, obeyMap(fields, guesses, mapped), learned);
}

/** True for a field that is to be left empty, by the word of the citizen or of the agency. */
export function isLeftEmpty(answer: Settled): boolean {
  return isToldEmpty(answer) || isMappedEmpty(answer);
}

/** True for a field of which the agency says that it is to be left empty. */
export function isMappedEmpty({ mapped }: Settled): boolean {
  return mapped?.datum === null;
}
