import { useState } from 'react';
import type { WaitingLine } from '../../../core/consent/batch-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { PenIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { SignedView } from '../../../ui/components/signed-view.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import './waiting-section.css';

/** The reviewed forms that wait to be signed together; nothing where none waits. `isBrief`: without their text, for a narrow place. */
export function WaitingSection({ isBrief = false }: { readonly isBrief?: boolean }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('batch/list', {}), []);
  const action = useAction();
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  if (loaded.state === 'loading') return null;
  const { forms, damaged } = loaded.value;
  if (forms.length + damaged.length === 0) return null;
  const signAll = () => action.run(async () => void (await send('batch/open', {})));
  return (
    <Card
      title={t('batch.title')}
      actions={
        forms.length > 0 && (
          <Button kind="primary" icon={<PenIcon />} isPending={action.isRunning} onPress={signAll}>
            {t('batch.signAll', { count: forms.length })}
          </Button>
        )
      }
    >
      {!isBrief && <p className="soft small">{t('batch.intro')}</p>}
      {damaged.length > 0 && <Notice tone="warn">{t('common.damagedHelp')}</Notice>}
      <ErrorNotice code={action.error} />
      <div className="stack-tight">
        {forms.map((form) => (
          <WaitingRow key={form.id} form={form} isBrief={isBrief} />
        ))}
      </div>
    </Card>
  );
}

function WaitingRow({ form, isBrief }: { readonly form: WaitingLine; readonly isBrief: boolean }) {
  const { t, pick } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const action = useAction();
  const title = pick(form.title);
  const discard = () => action.run(async () => void (await send('batch/discard', { id: form.id })));
  return (
    <article className="waiting" aria-label={title}>
      <h3>{title}</h3>
      <p className="soft small">
        {pick(form.agency.name)} · {t('batch.keptAt', { atMs: form.keptAtMs })}
      </p>
      <div className="row">
        {!isBrief && (
          <Button
            kind="quiet"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'batch.hide' : 'batch.show')}: ${title}`}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'batch.hide' : 'batch.show')}
          </Button>
        )}
        {!form.isWithdrawal && (
          <Button
            kind="quiet"
            aria-label={`${t('batch.change')}: ${title}`}
            onPress={() => void window.open(form.pageUri, '_blank', 'noreferrer')}
          >
            {t('batch.change')}
          </Button>
        )}
        <Button kind="quiet" aria-label={`${t('batch.discard')}: ${title}`} onPress={() => setLeaving(true)}>
          {t('batch.discard')}
        </Button>
      </div>
      {isLeaving && (
        <Notice
          tone="warn"
          actions={
            <>
              <Button kind="danger" isPending={action.isRunning} onPress={discard}>
                {t('batch.discardYes')}
              </Button>
              <Button autoFocus onPress={() => setLeaving(false)}>
                {t('batch.discardNo')}
              </Button>
            </>
          }
        >
          {t('batch.discardHelp')}
        </Notice>
      )}
      <ErrorNotice code={action.error} />
      {isOpen && <WaitingText id={form.id} />}
    </article>
  );
}

function WaitingText({ id }: { readonly id: string }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('batch/read', { id }), [id]);
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  return loaded.state === 'loading' ? <p className="soft">{t('common.loading')}</p> : <SignedView view={loaded.value} />;
}
