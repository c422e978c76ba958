import { documentTypeIds, findDocumentTypeId } from '@daricheh/shared/vocabulary';

/** Where a type of document stands among the others: who the citizen is comes first, what the vocabulary does not know last. */
export function rankType(vct: string): number {
  const type = findDocumentTypeId(vct);
  return type ? documentTypeIds.indexOf(type) : documentTypeIds.length;
}
