import { useEffect, useState } from 'react';
import {
  createRecoveryCode,
  foldRecoveryCode,
  parseRecoveryCode,
  recoveryCodeLength,
  writeRecoveryCode,
} from '../../../../core/vault/recovery-code.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Field } from '../../../../ui/components/field.tsx';
import { ErrorNotice, Notice } from '../../../../ui/components/notice.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { type Action, useAction } from '../../../../ui/use-action.ts';
import { StepHeading } from './step-heading.tsx';
import './recovery-setup.css';

/** A new recovery code: shown once, then typed back. `onWritten` gets it when it is known to be on paper. */
export function RecoverySetup({ onWritten }: { readonly onWritten: (code: string) => Promise<void> }) {
  const [code, setCode] = useState<string>();
  const [isWritten, setWritten] = useState(false);
  useEffect(() => {
    void createRecoveryCode().then(setCode);
  }, []);
  if (code === undefined) return null;
  if (!isWritten) return <ShowCode code={code} onNext={() => setWritten(true)} />;
  return <TypeBack code={code} onBack={() => setWritten(false)} onTyped={() => onWritten(code)} />;
}

function ShowCode({ code, onNext }: { readonly code: string; readonly onNext: () => void }) {
  const { t } = useText();
  return (
    <section className="step-page">
      <StepHeading>{t('onboarding.codeTitle')}</StepHeading>
      <p className="step-lead">{t('onboarding.codeLead')}</p>
      <p className="recovery-code" dir="ltr" lang="en">
        <span className="visually-hidden">{t('onboarding.code')}: </span>
        {code.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may read the same, and they never move
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className="row">
        <Button kind="primary" onPress={onNext}>
          {t('onboarding.wroteIt')}
        </Button>
      </div>
    </section>
  );
}

function TypeBack({
  code,
  onBack,
  onTyped,
}: {
  readonly code: string;
  readonly onBack: () => void;
  readonly onTyped: () => Promise<void>;
}) {
  const { t } = useText();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const [differs, setDiffers] = useState(false);
  const write = (value: string) => {
    setTyped(writeRecoveryCode(typed, value));
    setDiffers(false);
    action.clear();
  };
  return (
    <form
      className="step-page"
      onSubmit={(event) => {
        event.preventDefault();
        submit(action, typed, code, { onDiffers: () => setDiffers(true), onTyped });
      }}
    >
      <StepHeading>{t('onboarding.typeTitle')}</StepHeading>
      <p className="step-lead">{t('onboarding.typeLead')}</p>
      <Field label={t('onboarding.typeLabel')} isCode lines={2} value={typed} onChange={write} autoComplete="off" spellCheck="false" />
      {differs && <Notice tone="bad">{t('onboarding.codeDiffers')}</Notice>}
      <ErrorNotice code={action.error} />
      <div className="row">
        <Button type="submit" kind="primary" isPending={action.isRunning} isDisabled={foldRecoveryCode(typed).length < recoveryCodeLength}>
          {t('onboarding.finish')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('onboarding.showAgain')}
        </Button>
      </div>
    </form>
  );
}

/** A slip is told from another code: the first is mended here, the second on the paper. */
function submit(action: Action, typed: string, code: string, then: { onDiffers: () => void; onTyped: () => Promise<void> }): void {
  action.run(async () => {
    const characters = await parseRecoveryCode(typed);
    if (characters === foldRecoveryCode(code)) await then.onTyped();
    else then.onDiffers();
  });
}
