import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { Text } from './translate.ts';

/** What a document of this type is called. */
export function nameDocument(vct: string, { t, pick }: Pick<Text, 't' | 'pick'>): string {
  const id = findDocumentTypeId(vct);
  return id ? pick(getDocumentType(id)) : t('documents.unknownKind');
}
