import type { Translate } from './translate.ts';

/** What a document of this type is called. */
export function nameDocument(vct: string, t: Translate): string {
  if (vct === 'urn:daricheh:identity:1') return t('documents.identity');
  return vct === 'urn:daricheh:signing:1' ? t('documents.signing') : t('documents.unknownKind');
}
