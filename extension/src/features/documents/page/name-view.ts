import { findDocumentTypeId } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import type { Text } from '../../../ui/text/translate.ts';

/** What a document is called: by the vocabulary, else as its issuer calls it. */
export function nameView({ vct, issuerName }: Pick<DocumentView, 'vct' | 'issuerName'>, text: Pick<Text, 't' | 'pick'>): string {
  return findDocumentTypeId(vct) === undefined && issuerName ? text.pick(issuerName) : nameDocument(vct, text);
}
