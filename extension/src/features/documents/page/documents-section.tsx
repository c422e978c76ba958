import { type ReactNode, useState } from 'react';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Dialog } from '../../../ui/components/dialog.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { DocumentCard } from './document-card.tsx';
import { nameView } from './name-view.ts';

/** The documents that agencies issued, each on its card; and, by `issuers`, where to get more. */
export function DocumentsSection({ issuers }: { readonly issuers: (hasNone: boolean) => ReactNode }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('documents/list', {}), []);
  return (
    <div className="stack">
      <header className="stack-tight">
        <h1>{t('documents.title')}</h1>
        <p className="soft">{t('documents.intro')}</p>
      </header>
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'ready' && (
        <>
          <Documents {...loaded.value} />
          <Card title={t('documents.whereFrom')}>{issuers(loaded.value.documents.length === 0)}</Card>
        </>
      )}
    </div>
  );
}

type Listed = { readonly documents: readonly DocumentView[]; readonly damaged: readonly string[] };

function Documents({ documents, damaged }: Listed) {
  const { t } = useText();
  const [removing, setRemoving] = useState<DocumentView>();
  const [removed, setRemoved] = useState<string>();
  if (documents.length === 0 && damaged.length === 0) return <NoDocuments removed={removed} />;
  return (
    <>
      {removed && <Notice tone="good">{t('documents.removed', { document: removed })}</Notice>}
      {damaged.map((id) => (
        <Notice
          key={id}
          tone="warn"
          actions={<Button onPress={() => void send('documents/remove', { id })}>{t('documents.remove')}</Button>}
        >
          {t('documents.damaged')}
        </Notice>
      ))}
      {documents.map((document) => (
        <News key={document.id} document={document} />
      ))}
      {documents.map((document) => (
        <DocumentCard key={document.id} document={document} onRemove={() => setRemoving(document)} />
      ))}
      {removing && <RemoveDialog document={removing} onClose={() => setRemoving(undefined)} onRemoved={setRemoved} />}
    </>
  );
}

const newsTexts = { revoked: 'documents.newsRevoked', suspended: 'documents.newsSuspended', expired: 'documents.newsExpired' } as const;

/** That a document stopped being valid, until the citizen has seen it. */
function News({ document }: { readonly document: DocumentView }) {
  const text = useText();
  const { t } = text;
  const { news, id } = document;
  if (!news) return null;
  const told = { document: nameView(document, text), atMs: news.atMs };
  return (
    <Notice tone="warn" actions={<Button onPress={() => void send('documents/acknowledge', { id })}>{t('documents.acknowledge')}</Button>}>
      {t(newsTexts[news.reason], told)}
    </Notice>
  );
}

function NoDocuments({ removed }: { readonly removed: string | undefined }) {
  const { t } = useText();
  return (
    <>
      {removed && <Notice tone="good">{t('documents.removed', { document: removed })}</Notice>}
      <EmptyState title={t('documents.emptyTitle')}>{t('documents.emptyHelp')}</EmptyState>
    </>
  );
}

function RemoveDialog({
  document,
  onClose,
  onRemoved,
}: {
  readonly document: DocumentView;
  readonly onClose: () => void;
  readonly onRemoved: (name: string) => void;
}) {
  const text = useText();
  const { t } = text;
  const name = nameView(document, text);
  async function remove(): Promise<void> {
    await send('documents/remove', { id: document.id });
    onRemoved(name);
    onClose();
  }
  return (
    <Dialog
      isOpen
      isAlert
      title={t('documents.removeTitle', { document: name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" onPress={() => void remove()}>
            {t('documents.removeConfirm')}
          </Button>
        </>
      }
    >
      <p>{t(document.vct === 'urn:daricheh:signing:1' ? 'documents.removeSigningHelp' : 'documents.removeHelp')}</p>
    </Dialog>
  );
}
