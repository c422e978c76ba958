import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { Text } from './translate.ts';

/** What a document of this type is called; its form as an mdoc, which verifiers abroad read, is told apart. */
export function nameDocument(vct: string, { t, pick }: Pick<Text, 't' | 'pick'>): string {
  const id = findDocumentTypeId(vct);
  if (!id) return t('documents.unknownKind');
  const name = pick(getDocumentType(id));
  return getDocumentType(id).mdoc?.docType === vct ? t('documents.mobileForm', { name }) : name;
}
