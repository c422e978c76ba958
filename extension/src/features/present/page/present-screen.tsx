import { useState } from 'react';
import type { Asker } from '../../../core/consent/asker.ts';
import type { PresentView } from '../../../core/consent/prompt-view.ts';
import type { PasskeyCeremony } from '../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../messaging/send.ts';
import { AskerCard } from '../../../ui/components/asker-card.tsx';
import { Button } from '../../../ui/components/button.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { makeGesture } from '../../../ui/make-gesture.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useArmed } from '../../../ui/use-armed.ts';
import { isAnswerWhole, PresentPlan } from './present-plan.tsx';
import { RegistrationNote } from './registration-note.tsx';
import { createSelection } from './selection.ts';

type Props = {
  readonly promptId: string;
  readonly asker: Asker;
  readonly request: PresentView;
  readonly ceremony: PasskeyCeremony;
  readonly onDecided: () => void;
};

/** Who wants to see what, and why; the citizen decides claim by claim. */
export function PresentScreen({ promptId, asker, request, ceremony, onDecided }: Props) {
  const text = useText();
  const { t, pick } = text;
  const { plan } = request;
  const [selected, setSelected] = useState<readonly string[]>(plan.kind === 'answerable' ? plan.selected : []);
  const [isDone, setDone] = useState(false);
  const action = useAction();
  const isArmed = useArmed();
  if (isDone) return <Done />;
  const approve = () =>
    action.run(async () => {
      const assertion = await makeGesture(ceremony, await send('present/prepare', { id: promptId }));
      onDecided();
      await send('present/approve', { id: promptId, selected: [...selected], assertion });
      setDone(true);
      setTimeout(() => window.close(), 1200);
    });
  const isWhole = plan.kind === 'answerable' && isAnswerWhole(plan, selected);
  return (
    <DecisionFrame
      title={t('present.title', { agency: asker.standing.kind === 'registered' ? pick(asker.standing.agency.name) : asker.origin })}
      actions={
        <>
          {plan.kind === 'answerable' && (
            <Button kind="primary" wide isDisabled={!isArmed || !isWhole} isPending={action.isRunning} onPress={approve}>
              {t('present.approve')}
            </Button>
          )}
          <Button autoFocus onPress={() => void send('consent/deny', { id: promptId })}>
            {t('consent.deny')}
          </Button>
          {request.canPass && (
            <Button kind="quiet" onPress={() => void send('present/pass', { id: promptId })}>
              {t('present.another')}
            </Button>
          )}
        </>
      }
    >
      <AskerCard asker={asker} />
      <RegistrationNote asker={asker} registration={request.registration} />
      {request.purpose && (
        <p>
          <span className="soft">{t('consent.purpose')}: </span>
          {pick(request.purpose)}
        </p>
      )}
      {plan.kind === 'unanswerable' && (
        <Notice
          tone="warn"
          title={t('present.missingTitle')}
          actions={<Button onPress={() => window.open('/wallet.html#/documents', '_blank')}>{t('documents.whereFrom')}</Button>}
        >
          {t('present.missing', {
            documents: plan.vcts.map((vct) => t('common.quoted', { text: nameDocument(vct, text) })).join(t('common.comma')),
          })}
        </Notice>
      )}
      {plan.kind === 'answerable' && <PresentPlan plan={plan} selection={createSelection(selected, setSelected)} isWhole={isWhole} />}
      <ErrorNotice code={action.error} />
    </DecisionFrame>
  );
}

function Done() {
  const { t } = useText();
  return (
    <DecisionFrame
      title={t('present.done')}
      actions={
        <Button wide onPress={() => window.close()}>
          {t('common.close')}
        </Button>
      }
    >
      <Notice tone="good">{t('present.doneHelp')}</Notice>
    </DecisionFrame>
  );
}
