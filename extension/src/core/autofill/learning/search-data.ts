import { type FieldId, fieldIds, foldForMatching, getField } from '@daricheh/shared/vocabulary';
import { canBeAsked } from './learned-answer.ts';

/** The first `most` data whose Persian or English label has `text` in it, those that begin with it first; all are found by an empty text. */
export function searchData(text: string, most: number): FieldId[] {
  const wanted = foldForMatching(text).trim();
  const found = askable.flatMap(({ id, labels }) => {
    const places = labels.map((label) => label.indexOf(wanted)).filter((place) => place >= 0);
    return places.length === 0 ? [] : [{ id, isFirst: Math.min(...places) === 0 }];
  });
  return [...found.filter(({ isFirst }) => isFirst), ...found.filter(({ isFirst }) => !isFirst)].slice(0, most).map(({ id }) => id);
}

const askable = fieldIds.filter(canBeAsked).map((id) => ({ id, labels: [getField(id).fa, getField(id).en].map(foldForMatching) }));
