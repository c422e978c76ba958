import { useState } from 'react';
import type { ProofLine } from '../../../core/proofs/proof-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Chip } from '../../../ui/components/chip.tsx';
import { Dialog } from '../../../ui/components/dialog.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { SentLines } from './sent-lines.tsx';

/** The records that the citizen kept, below the cases; nothing where there is none. */
export function ProofsList() {
  const { t } = useText();
  const loaded = useLoaded(() => send('proofs/list', {}), []);
  const [isRemoved, setRemoved] = useState(false);
  if (loaded.state !== 'ready') return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : null;
  const { proofs, damaged } = loaded.value;
  if (proofs.length === 0 && damaged.length === 0 && !isRemoved) return null;
  return (
    <section className="stack">
      <header className="stack-tight">
        <h2>{t('proofs.title')}</h2>
        <p className="soft">{t('proofs.intro')}</p>
      </header>
      {isRemoved && <Notice tone="good">{t('proofs.removed')}</Notice>}
      {damaged.length > 0 && <Notice tone="warn">{t('common.damagedHelp')}</Notice>}
      {proofs.map((line) => (
        <ProofCard key={line.id} line={line} onRemoved={() => setRemoved(true)} />
      ))}
    </section>
  );
}

function ProofCard({ line, onRemoved }: { readonly line: ProofLine; readonly onRemoved: () => void }) {
  const { t, f } = useText();
  const [isOpen, setOpen] = useState(false);
  const { id, title, origin, sentAtMs, isStamped } = line;
  return (
    <Card
      title={<ValueText>{title || origin}</ValueText>}
      actions={<Chip tone={isStamped ? 'good' : 'warn'}>{t(isStamped ? 'proofs.stamped' : 'proofs.unstamped')}</Chip>}
    >
      <p className="soft small">
        <ValueText dir="ltr">{origin}</ValueText> · <ValueText>{f.time(sentAtMs)}</ValueText>
      </p>
      <div className="row">
        <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'proofs.hide' : 'proofs.show')}
        </Button>
        {!isStamped && <StampNow id={id} />}
        <Remove id={id} onRemoved={onRemoved} />
      </div>
      {isOpen && <ProofPanel id={id} />}
    </Card>
  );
}

function ProofPanel({ id }: { readonly id: string }) {
  const { t, f } = useText();
  const loaded = useLoaded(() => send('proofs/show', { id }), [id]);
  const action = useAction();
  if (loaded.state !== 'ready')
    return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : <p className="soft">{t('common.loading')}</p>;
  if (loaded.value.kind === 'fails') return <ErrorNotice code={loaded.value.problem} />;
  const { proof, stampedAtMs, picture } = loaded.value;
  const save = () =>
    action.run(async () => {
      const { name, text } = await send('proofs/export', { id });
      saveFile(name, text);
    });
  const { page, sentTo, sentAt } = proof;
  const rows = [
    { key: 'page', label: t('proofs.page'), value: <ValueText dir="ltr">{`${page.origin}${page.path}`}</ValueText> },
    { key: 'to', label: t('proofs.sentTo'), value: <ValueText dir="ltr">{`${sentTo.origin}${sentTo.path}`}</ValueText> },
    { key: 'at', label: t('proofs.sentAt'), value: f.time(Date.parse(sentAt)) },
    ...(stampedAtMs === null ? [] : [{ key: 'stamp', label: t('proofs.stampedAt'), value: f.time(stampedAtMs) }]),
  ];
  return (
    <div className="stack">
      <FactsList rows={rows} />
      {proof.sentBy === 'script' && <Notice tone="warn">{t('proofs.offerScript')}</Notice>}
      <SentLines lines={proof.lines} picture={picture} />
      <div className="row">
        <Button isPending={action.isRunning} onPress={save}>
          {t('proofs.save')}
        </Button>
      </div>
      <p className="soft small">{t('proofs.saveHelp')}</p>
      <ErrorNotice code={action.error} />
    </div>
  );
}

function StampNow({ id }: { readonly id: string }) {
  const { t } = useText();
  const action = useAction();
  const [hasFailed, setFailed] = useState(false);
  const ask = () => action.run(async () => setFailed(!(await send('proofs/stamp', { id })).isStamped));
  return (
    <>
      <Button isPending={action.isRunning} onPress={ask}>
        {t('proofs.stampNow')}
      </Button>
      {hasFailed && <span role="status">{t('proofs.stampFailed')}</span>}
      <ErrorNotice code={action.error} />
    </>
  );
}

function Remove({ id, onRemoved }: { readonly id: string; readonly onRemoved: () => void }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const action = useAction();
  const remove = () =>
    action.run(async () => {
      await send('proofs/remove', { id });
      onRemoved();
    });
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t('proofs.remove')}
      </Button>
      <Dialog
        isAlert
        title={t('proofs.removeTitle')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setAsking(false)}>
              {t('proofs.keepIt')}
            </Button>
            <Button kind="danger" isPending={action.isRunning} onPress={remove}>
              {t('proofs.remove')}
            </Button>
          </>
        }
      >
        <p>{t('proofs.removeHelp')}</p>
        <ErrorNotice code={action.error} />
      </Dialog>
    </>
  );
}
