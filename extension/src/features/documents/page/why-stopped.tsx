import type { DocumentView } from '../../../core/consent/document-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

const words = {
  revoked: ['documents.revokedTitle', 'documents.revokedHelp', 'bad'],
  suspended: ['documents.suspendedTitle', 'documents.suspendedHelp', 'warn'],
  expired: ['documents.expiredTitle', 'documents.expiredHelp', 'warn'],
} as const;

const due = ['documents.dueTitle', 'documents.dueHelp', 'warn'] as const;

/** Why a document no longer counts, or soon will not, and what the citizen can do. Nothing where it counts. */
export function WhyStopped({ document: { state, issuer, isRenewalDue } }: { readonly document: DocumentView }) {
  const { t } = useText();
  const isStopped = state !== 'valid' && state !== 'unchecked';
  if (!isStopped && !isRenewalDue) return null;
  const [title, help, tone] = isStopped ? words[state] : due;
  const ask = () => window.open(issuer.id, '_blank', 'noopener');
  return (
    <Notice tone={tone} title={t(title)} actions={<Button onPress={ask}>{t('documents.askIssuer')}</Button>}>
      {t(help)}
    </Notice>
  );
}
