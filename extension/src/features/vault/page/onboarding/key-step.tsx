import { openWithPasskey } from '../../../../core/passkeys/open-with-passkey.ts';
import type { CreatedPasskey, PasskeyCeremony } from '../../../../core/passkeys/passkey-ceremony.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { KeyIcon } from '../../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../../ui/components/notice.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { useAction } from '../../../../ui/use-action.ts';
import { StepHeading } from '../ways-in/step-heading.tsx';
import { describePasskey, type FirstWay } from './first-way.ts';

export type KeyStepProps = {
  readonly ceremony: PasskeyCeremony;
  readonly onWay: (way: FirstWay) => void;
  /** The citizen cannot or will not unlock by a passkey. With one that was made all the same, it will sign. */
  readonly onPassphrase: (passkey: CreatedPasskey | null) => void;
};

/** Makes the passkey, and asks it at once for what will open the vault. */
export function KeyStep({ ceremony, onWay, onPassphrase }: KeyStepProps) {
  const { t } = useText();
  const action = useAction();
  async function make(): Promise<void> {
    const passkey = await ceremony.create({ exclude: [] });
    const opener = passkey.prf ? await openWithPasskey(ceremony, passkey.registration.credentialId) : undefined;
    if (opener) onWay({ opener, passkey: describePasskey(passkey) });
    else onPassphrase(passkey);
  }
  return (
    <section className="step-page">
      <StepHeading>{t('onboarding.keyTitle')}</StepHeading>
      <p className="step-lead">{t('onboarding.keyLead')}</p>
      <Notice>{t('onboarding.keyTwice')}</Notice>
      <ErrorNotice code={action.error} />
      <div className="row">
        <Button kind="primary" icon={<KeyIcon />} isPending={action.isRunning} onPress={() => action.run(make)}>
          {t('onboarding.makeKey')}
        </Button>
        <Button kind="quiet" onPress={() => onPassphrase(null)}>
          {t('onboarding.noKey')}
        </Button>
      </div>
    </section>
  );
}
