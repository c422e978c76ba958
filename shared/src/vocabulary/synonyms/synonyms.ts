import type { FieldId } from '../fields.ts';

/**
 * The words by which forms of one language ask for a datum, parted by `|`, in the form of `foldForMatching` or near it (they are folded once more when they
 * are read). Whether a space stands between two words does not matter: `کدملی` and `کد ملی` are one phrase.
 */
export type Synonyms = Readonly<Partial<Record<FieldId, string>>>;
