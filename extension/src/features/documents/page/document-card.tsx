import type { ErrorCode } from '@daricheh/shared/errors';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { useState } from 'react';
import type { DocumentState, DocumentView } from '../../../core/consent/document-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Chip, type ChipTone } from '../../../ui/components/chip.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { codeOf } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Translate } from '../../../ui/text/translate.ts';
import { Copies } from './document-copies.tsx';
import { DocumentDetails } from './document-details.tsx';
import { DocumentFace } from './document-face.tsx';
import { nameView } from './name-view.ts';
import { WhyStopped } from './why-stopped.tsx';
import './document-card.css';

const tones: Readonly<Record<DocumentState, ChipTone>> = {
  valid: 'good',
  unchecked: 'plain',
  expired: 'warn',
  revoked: 'bad',
  suspended: 'warn',
};

/** One document as a card: whose it is, from whom, whether it counts and why not; everything in it on request. */
export function DocumentCard({ document, onRemove }: { readonly document: DocumentView; readonly onRemove: () => void }) {
  const text = useText();
  const { t } = text;
  const [isOpen, setOpen] = useState(false);
  const { isChecking, failure, check } = useCheck(document.id);
  return (
    <article className="document-card" aria-label={nameView(document, text)}>
      <DocumentFace document={document} />
      <div className="document-body">
        <div className="document-standing">
          <Chip tone={tones[document.state]}>{t(`documents.${document.state}`)}</Chip>
          <Dates document={document} />
          {document.isFictitious && <Chip tone="warn">{t('documents.fictitious')}</Chip>}
        </div>
        <WhyStopped document={document} />
        {document.checkFailedAtMs !== null && (
          <p className="soft small">{t('documents.checkFailed', { atMs: document.checkFailedAtMs })}</p>
        )}
        {document.vct === documentTypes.signing.vct && <p className="soft small">{t('documents.signingWhat')}</p>}
        <Copies document={document} />
        <ErrorNotice code={failure} />
        {isOpen && <DocumentDetails document={document} />}
        <div className="row">
          <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'documents.hideDetails' : 'documents.details')}
          </Button>
          <Button isPending={isChecking} onPress={() => void check()}>
            {t(isChecking ? 'documents.refreshing' : 'documents.refresh')}
          </Button>
          <Button kind="quiet" onPress={onRemove}>
            {t('documents.remove')}
          </Button>
        </div>
      </div>
    </article>
  );
}

function Dates({ document }: { readonly document: DocumentView }) {
  const { t } = useText();
  const { checkedAtMs, receivedAtMs, renewedAtMs } = document;
  const parts = [
    describeEnd(document, t),
    checkedAtMs !== null && t('documents.checkedAt', { atMs: checkedAtMs }),
    renewedAtMs === null ? t('documents.receivedAt', { atMs: receivedAtMs }) : t('documents.renewedAt', { atMs: renewedAtMs }),
  ];
  return <span className="soft small">{parts.filter((part) => part !== false).join(' · ')}</span>;
}

/** Until when it counts. Of one that does not count now, only when it ends by itself; of one that was revoked, nothing. */
function describeEnd({ state, expiresAtMs }: DocumentView, t: Translate): string | false {
  if (state === 'revoked') return false;
  if (expiresAtMs === null) return t('documents.noExpiry');
  const counts = state === 'valid' || state === 'unchecked';
  return t(counts ? 'documents.validUntil' : 'documents.endOfValidity', { atMs: expiresAtMs });
}

function useCheck(id: string) {
  const [isChecking, setChecking] = useState(false);
  const [failure, setFailure] = useState<ErrorCode>();
  async function check(): Promise<void> {
    setChecking(true);
    setFailure(undefined);
    try {
      await send('documents/refresh', { id });
    } catch (error) {
      setFailure(codeOf(error));
    } finally {
      setChecking(false);
    }
  }
  return { isChecking, failure, check };
}
