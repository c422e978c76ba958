import { type FieldId, getField, isOwnDatum } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

/**
 * What the citizen says of a field: that it asks for this datum, or that it is to be left empty. `isAboutMe`: they have been told that the field seems to ask
 * about somebody else, and say that it is about them.
 */
export const toldMeaning = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('datum'),
    datum: z.custom<FieldId>((datum) => typeof datum === 'string' && canBeAsked(datum)),
    isAboutMe: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('empty') }),
]);
export type ToldMeaning = z.infer<typeof toldMeaning>;

/**
 * One correction (stored shape, version 1). It holds for one field of one form at one origin: `form` is a digest (`nameFields`), `place` the field's among those
 * that the digest covers. Its id is drawn at random, since ids lie beside the sealed item and would tell which form it is about.
 */
export const learnedAnswer = z.strictObject({
  version: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  origin: z.string().check(z.maxLength(300)),
  form: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  place: z.number().check(z.int(), z.gte(0)),
  says: toldMeaning,
  learnedAtMs: z.number(),
});
export type LearnedAnswer = z.infer<typeof learnedAnswer>;

/** True for data that a box of a form can take: all of one's own but pictures. */
export function canBeAsked(datum: string): datum is FieldId {
  return isOwnDatum(datum) && getField(datum).kind !== 'image';
}
