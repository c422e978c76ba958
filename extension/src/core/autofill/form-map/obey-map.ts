import type { MappedField } from '@daricheh/shared/form-map';
import type { Classified } from '../classify.ts';
import { maySayWhatItAsks } from '../may-be-said.ts';
import type { PageField } from '../snapshot.ts';
import type { MappedFields } from './find-mapped-fields.ts';

/** What a field asks for by the agency's own word, where it has one. `mapped`: what of its map was obeyed. */
export type Mapped = Classified & { readonly mapped?: MappedField | undefined };

/**
 * The classifier's answers, in the order of `fields`, with what the agency says in their place. It may say that a field is about somebody else, never that one which seems so is
 * about the citizen; and nothing of the fields that stay as they are.
 */
export function obeyMap(fields: readonly PageField[], guesses: readonly Classified[], mapped: MappedFields): readonly Mapped[] {
  if (mapped.size === 0) return guesses;
  return guesses.map((guess, place) => {
    const field = fields[place];
    const says = mapped.get(guess.handle);
    return field && says && maySayWhatItAsks(field, guess) ? obey(guess, says) : guess;
  });
}

function obey(guess: Classified, mapped: MappedField): Mapped {
  const { datum, whose } = mapped;
  if (datum === null) return { ...guess, mapped, verdict: { kind: 'unknown' } };
  const isOthers = guess.verdict.kind === 'other-person';
  if (whose === undefined) return isOthers ? guess : { ...guess, mapped, verdict: { kind: 'datum', datum } };
  const which = guess.verdict.kind === 'other-person' ? guess.verdict.which : 1;
  return { ...guess, mapped, verdict: { kind: 'other-person', person: whose, which, datum } };
}
