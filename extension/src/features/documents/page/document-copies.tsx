import { type ReactNode, useState } from 'react';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** How many copies were never shown; and, when none is left, what that means and how to get new ones. Nothing where the document counts no longer. */
export function Copies({ document: { id, copies, renewsItself, state } }: { readonly document: DocumentView }) {
  const { t } = useText();
  if (!copies || (state !== 'valid' && state !== 'unchecked')) return null;
  const count = (
    <p className="small" title={t(renewsItself ? 'documents.copiesWhat' : 'documents.copiesWhatByHand')}>
      {t('documents.copiesLeft', { unused: copies.unused, total: copies.total })}
    </p>
  );
  return (
    <div className="stack-tight">
      {renewsItself ? (
        <Renew id={id} isOffered={copies.unused < copies.total}>
          {count}
        </Renew>
      ) : (
        count
      )}
      {copies.unused === 0 && <Notice tone="warn">{t(renewsItself ? 'documents.copiesGone' : 'documents.copiesGoneByHand')}</Notice>}
      {copies.reusedAtMs !== null && <p className="soft small">{t('documents.copiesReused', { atMs: copies.reusedAtMs })}</p>}
      {renewsItself && <ErrorNotice code={copies.failure ?? undefined} />}
    </div>
  );
}

/** Asks for new copies, in one line with how many there are. It stays when they have come, to say so. */
function Renew({ id, isOffered, children }: { readonly id: string; readonly isOffered: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  const action = useAction();
  const [isRenewed, setRenewed] = useState(false);
  const renew = () =>
    action.run(async () => {
      setRenewed(await send('documents/renew', { id }));
    });
  return (
    <>
      <div className="row">
        {children}
        {isOffered && (
          <Button kind="quiet" isPending={action.isRunning} onPress={renew}>
            {t(action.isRunning ? 'documents.renewing' : 'documents.renew')}
          </Button>
        )}
      </div>
      <ErrorNotice code={action.error} />
      {isRenewed && <Notice tone="good">{t('documents.renewed')}</Notice>}
    </>
  );
}
