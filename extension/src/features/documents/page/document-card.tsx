import type { ErrorCode } from '@daricheh/shared/errors';
import { useState } from 'react';
import type { DocumentState, DocumentView } from '../../../core/consent/document-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Chip, type ChipTone } from '../../../ui/components/chip.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { codeOf } from '../../../ui/refresh.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import './document-card.css';

const tones: Readonly<Record<DocumentState, ChipTone>> = {
  valid: 'good',
  unchecked: 'plain',
  expired: 'warn',
  revoked: 'bad',
  suspended: 'bad',
};

/** One document as a card: whose it is, from whom, whether it counts; everything in it on request. */
export function DocumentCard({ document, onRemove }: { readonly document: DocumentView; readonly onRemove: () => void }) {
  const text = useText();
  const { t, pick } = text;
  const [isOpen, setOpen] = useState(false);
  const { isChecking, failure, check } = useCheck(document.id);
  const kind = nameDocument(document.vct, text);
  return (
    <article className="document-card" aria-label={kind}>
      <div className="document-face">
        {document.portrait && (
          <img
            className="document-portrait"
            src={document.portrait}
            alt={t('documents.portrait', { name: document.name ? pick(document.name) : kind })}
          />
        )}
        <div className="document-text">
          <span className="spread">
            <h2>{kind}</h2>
            <Chip tone={tones[document.state]}>{t(`documents.${document.state}`)}</Chip>
          </span>
          {document.name && (
            <p className="document-name">
              <ValueText>{pick(document.name)}</ValueText>
            </p>
          )}
          <p className="soft small">{t('documents.issuedBy', { issuer: pick(document.issuer.name) })}</p>
          <p className="soft small">
            {document.expiresAtMs === null ? t('documents.noExpiry') : t('documents.validUntil', { atMs: document.expiresAtMs })}
            {document.checkedAtMs !== null && ` · ${t('documents.checkedAt', { atMs: document.checkedAtMs })}`}
          </p>
          {document.isFictitious && <Chip tone="warn">{t('documents.fictitious')}</Chip>}
        </div>
      </div>
      {document.vct === 'urn:daricheh:signing:1' && <p className="soft small">{t('documents.signingWhat')}</p>}
      {document.state === 'revoked' && <Notice tone="bad">{t('documents.revokedHelp')}</Notice>}
      {document.state === 'expired' && <Notice tone="warn">{t('documents.expiredHelp')}</Notice>}
      <ErrorNotice code={failure} />
      {isOpen && <Details document={document} />}
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
        <span className="document-received soft small">{t('documents.receivedAt', { atMs: document.receivedAtMs })}</span>
      </div>
    </article>
  );
}

function Details({ document }: { readonly document: DocumentView }) {
  const { pick } = useText();
  const rows = document.claims.map(({ datum, label, value }) => ({
    key: datum ?? label.en,
    label: pick(label),
    value: <DatumValue datum={datum} value={value} />,
  }));
  return <FactsList rows={rows} />;
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
