import { useState } from 'react';
import type { SubmissionOutcome } from '../../../core/consent/prompt-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { CoSignLink } from '../../../ui/components/co-sign-link.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** What came of a signature: the agency's receipt, or that it is kept here until the agency can be reached. */
export function OutcomeScreen({ outcome, agency }: { readonly outcome: SubmissionOutcome; readonly agency: string }) {
  const [current, setCurrent] = useState(outcome);
  if (current.kind === 'received') return <Received outcome={current} agency={agency} />;
  return current.kind === 'awaiting' ? <Awaiting outcome={current} /> : <Kept outcome={current} onSent={setCurrent} />;
}

/** The form was kept, to be signed with others. */
export function WaitingScreen() {
  const { t } = useText();
  return (
    <DecisionFrame title={t('batch.keptTitle')} actions={<SeeCases />}>
      <Notice tone="good">{t('batch.keptInfo')}</Notice>
    </DecisionFrame>
  );
}

function Received({ outcome, agency }: { readonly outcome: Extract<SubmissionOutcome, { kind: 'received' }>; readonly agency: string }) {
  const { t, f } = useText();
  const rows = [
    { key: 'case', label: t('sign.caseNumber'), value: <ValueText dir="ltr">{outcome.caseNumber}</ValueText> },
    { key: 'due', label: t('sign.dueAt'), value: f.date(outcome.dueAtMs) },
  ];
  return (
    <DecisionFrame title={t('sign.doneTitle')} actions={<SeeCases />}>
      <Notice tone="good">{t('sign.doneHelp', { agency, atMs: outcome.dueAtMs })}</Notice>
      <FactsList rows={rows} />
    </DecisionFrame>
  );
}

function Awaiting({ outcome }: { readonly outcome: Extract<SubmissionOutcome, { kind: 'awaiting' }> }) {
  const { t, pick } = useText();
  const { label, link, expiresAtMs } = outcome;
  return (
    <DecisionFrame title={t('sign.awaitingTitle', { other: pick(label) })} actions={<SeeCases />}>
      <Notice tone="good">{t('sign.awaitingHelp', { other: pick(label), atMs: expiresAtMs })}</Notice>
      <CoSignLink link={link} />
    </DecisionFrame>
  );
}

function Kept({
  outcome,
  onSent,
}: {
  readonly outcome: Extract<SubmissionOutcome, { kind: 'kept' }>;
  readonly onSent: (outcome: SubmissionOutcome) => void;
}) {
  const { t } = useText();
  const action = useAction();
  const sendAgain = () => action.run(async () => onSent(await send('cases/send', { id: outcome.caseId })));
  return (
    <DecisionFrame
      title={t('sign.keptTitle')}
      actions={
        <>
          <Button kind="primary" wide isPending={action.isRunning} onPress={sendAgain}>
            {t('sign.sendAgain')}
          </Button>
          <SeeCases />
        </>
      }
    >
      <Notice tone="warn">{t('sign.keptHelp')}</Notice>
      <ErrorNotice code={action.error ?? outcome.code} />
    </DecisionFrame>
  );
}

function SeeCases() {
  const { t } = useText();
  const see = () => {
    window.open('/wallet.html#/cases', '_blank');
    window.close();
  };
  return (
    <>
      <Button wide onPress={see}>
        {t('sign.seeCases')}
      </Button>
      <Button onPress={() => window.close()}>{t('common.close')}</Button>
    </>
  );
}
