import { useState } from 'react';
import type { BatchResult, BatchView, LeftOut, WaitingView } from '../../../core/consent/batch-view.ts';
import type { PasskeyCeremony } from '../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { writeDatum } from '../../../ui/components/datum-value.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { PenIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { PanelFrame } from '../../../ui/components/panel-frame.tsx';
import { makeGesture } from '../../../ui/make-gesture.ts';
import { useLoadedOnce } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useArmed } from '../../../ui/use-armed.ts';
import { BatchForm } from './batch-form.tsx';
import { BatchResults } from './batch-results.tsx';

/**
 * The window in which several reviewed forms are read once more and signed with one gesture; or one alone, where `only` names it. What it shows does not
 * change under the hand.
 */
export function BatchWindow({ ceremony, only }: { readonly ceremony: PasskeyCeremony; readonly only: string }) {
  const { t } = useText();
  const loaded = useLoadedOnce(async () => keepOnly(await send('batch/view', {}), only));
  if (loaded.state === 'loading') return <PanelFrame>{<p className="soft">{t('common.loading')}</p>}</PanelFrame>;
  if (loaded.state === 'failed') {
    return (
      <PanelFrame>
        <ErrorNotice code={loaded.code} actions={<Button onPress={loaded.reload}>{t('common.retry')}</Button>} />
      </PanelFrame>
    );
  }
  return <BatchReview view={loaded.value} isAlone={only !== ''} ceremony={ceremony} onReload={loaded.reload} />;
}

function keepOnly(view: BatchView, only: string): BatchView {
  return only === '' ? view : { ...view, forms: view.forms.filter(({ id }) => id === only) };
}

type ReviewProps = {
  readonly view: BatchView;
  readonly isAlone: boolean;
  readonly ceremony: PasskeyCeremony;
  readonly onReload: () => void;
};

function BatchReview({ view, isAlone, ceremony, onReload }: ReviewProps) {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => chooseFirst(view.forms, isAlone));
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const [results, setResults] = useState<readonly BatchResult[]>();
  const action = useAction();
  const isArmed = useArmed();
  if (results) return <BatchResults results={results} leftOut={leftOut} forms={view.forms} />;
  const forms = view.forms.filter(({ id }) => chosen.has(id));
  const choose = (id: string, isOn: boolean) => setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const approve = () =>
    action.run(async () => {
      const prepared = await send('batch/prepare', { forms: forms.map(({ id, manifestHash }) => ({ id, manifestHash })) });
      setLeftOut(prepared.leftOut);
      if (!prepared.batch) return;
      const assertion = await makeGesture(ceremony, prepared.batch.gesture);
      if (assertion) setResults(await send('batch/approve', { id: prepared.batch.id, assertion }));
    });
  const agencies = new Set(view.forms.map(({ agency }) => agency.id));
  const isWithdrawal = isAlone && view.forms.some((form) => form.isWithdrawal);
  const isChanged = action.error === 'form_changed';
  return (
    <DecisionFrame
      title={t(isWithdrawal ? 'batch.withdrawalTitle' : 'batch.windowTitle')}
      actions={
        <>
          {isChanged ? (
            <Button kind="primary" wide onPress={onReload}>
              {t('sign.reviewAgain')}
            </Button>
          ) : (
            <Button
              kind="primary"
              wide
              icon={<PenIcon />}
              isDisabled={!isArmed || forms.length === 0}
              isPending={action.isRunning}
              onPress={approve}
            >
              {action.isRunning ? t('sign.sending') : t('batch.approve', { count: forms.length })}
            </Button>
          )}
          <Button autoFocus onPress={() => window.close()}>
            {t('sign.later')}
          </Button>
        </>
      }
    >
      {isWithdrawal ? (
        <Notice tone="warn">{t('batch.withdrawalIntro')}</Notice>
      ) : (
        <p className="soft small">{t(view.forms.length === 0 ? 'batch.none' : 'batch.windowIntro')}</p>
      )}
      {view.forms.map((form) => (
        <BatchForm
          key={form.id}
          form={form}
          isChosen={chosen.has(form.id)}
          problem={leftOut.find(({ id }) => id === form.id)?.code}
          onChoose={(isOn) => choose(form.id, isOn)}
        />
      ))}
      {view.forms.length > 0 && (
        <Notice tone="warn" title={t('sign.receives')}>
          <p>{t('batch.receivesNationalId', { id: writeDatum('national-id', view.nationalId, language), count: agencies.size })}</p>
          {view.forms.length > 1 && <p>{t('batch.apart')}</p>}
        </Notice>
      )}
      <p className="soft small">{t('consent.passkeyHint')}</p>
      <ErrorNotice code={action.error} />
    </DecisionFrame>
  );
}

/** All that waits, except what was kept again later, and withdrawals that were put off: nobody sends a form twice, or takes one back, by oversight. */
function chooseFirst(forms: readonly WaitingView[], isAlone: boolean): ReadonlySet<string> {
  return new Set(forms.filter(({ isOutdone, isWithdrawal }) => isAlone || !(isOutdone || isWithdrawal)).map(({ id }) => id));
}
