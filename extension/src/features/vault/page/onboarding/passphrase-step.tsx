import { Button } from '../../../../ui/components/button.tsx';
import { ArrowIcon } from '../../../../ui/components/icons.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { PassphraseFields, usePassphrase } from '../ways-in/passphrase-fields.tsx';
import { StepHeading } from '../ways-in/step-heading.tsx';

export type PassphraseStepProps = {
  /** A passkey was made that cannot open the vault. */
  readonly hasPasskey: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onBack: (() => void) | undefined;
};

/** A passphrase, where no passkey can open the vault. */
export function PassphraseStep({ hasPasskey, onPassphrase, onBack }: PassphraseStepProps) {
  const { t } = useText();
  const fields = usePassphrase();
  return (
    <form
      className="step-page"
      onSubmit={(event) => {
        event.preventDefault();
        const passphrase = fields.check();
        if (passphrase !== undefined) onPassphrase(passphrase);
      }}
    >
      <StepHeading>{t('onboarding.passphraseTitle')}</StepHeading>
      {hasPasskey ? <Notice>{t('onboarding.passphraseAfterKey')}</Notice> : <p className="step-lead">{t('onboarding.passphraseLead')}</p>}
      <PassphraseFields fields={fields} />
      <div className="row">
        <Button type="submit" kind="primary" iconAfter={<ArrowIcon />}>
          {t('common.next')}
        </Button>
        {onBack && (
          <Button kind="quiet" onPress={onBack}>
            {t('onboarding.backToKey')}
          </Button>
        )}
      </div>
    </form>
  );
}
