import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { writeDatum } from '../../../ui/components/datum-value.tsx';
import { createText, type Language } from '../../../ui/text/translate.ts';

/** What a copy of a document says, in one language. */
export type CopyLines = {
  readonly title: string;
  readonly issuer: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly notices: readonly string[];
};

/** The words of a copy: all that the document holds, who issued it, until when, and that this is no certified original. The credential itself is not in it. */
export function listCopyLines(document: DocumentView, language: Language, nowMs: number): CopyLines {
  const { t, pick, f } = createText(language);
  const yesOrNo = (value: string | boolean) => (typeof value === 'string' ? value : t(value ? 'common.yes' : 'common.no'));
  const name = document.name ? [{ label: t('attach.name'), value: pick(document.name) }] : [];
  const end = document.expiresAtMs === null ? t('documents.noExpiry') : f.date(document.expiresAtMs);
  return {
    title: nameType(document, language),
    issuer: pick(document.issuer.name),
    rows: [
      ...name,
      ...document.claims.map(({ datum, label, value }) => ({ label: pick(label), value: writeDatum(datum, yesOrNo(value), language) })),
      { label: t('attach.receivedOn'), value: f.date(document.receivedAtMs) },
      { label: t('attach.validUntil'), value: end },
    ],
    notices: [t('attach.isCopy', { atMs: nowMs }), t('attach.isNoOriginal'), ...(document.isFictitious ? [t('documents.fictitious')] : [])],
  };
}

/** What people call a document of this type, in one language. */
export function nameType({ vct, issuerName }: DocumentView, language: Language): string {
  const { t, pick } = createText(language);
  const type = findDocumentTypeId(vct);
  if (type) return pick(getDocumentType(type));
  return issuerName ? pick(issuerName) : t('documents.unknownKind');
}
