import { useState } from 'react';
import type { CreatedPasskey, PasskeyCeremony } from '../../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../../messaging/send.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { GlobeIcon } from '../../../../ui/components/icons.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import type { Language } from '../../../../ui/text/translate.ts';
import { RecoverySetup } from '../ways-in/recovery-setup.tsx';
import { describePasskey, type FirstWay } from './first-way.ts';
import { KeyStep } from './key-step.tsx';
import { OnboardingFrame } from './onboarding-frame.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { WhatStep } from './what-step.tsx';

type Step =
  | { readonly at: 'what' }
  | { readonly at: 'key' }
  /** `passkey`: made already, but unable to open a vault. */
  | { readonly at: 'passphrase'; readonly passkey: CreatedPasskey | null }
  | { readonly at: 'code'; readonly way: FirstWay };

const places = { what: 0, key: 1, passphrase: 1, code: 2 } as const;

export type OnboardingProps = {
  readonly ceremony: PasskeyCeremony;
  readonly onLanguage: (language: Language) => void;
  /** The vault is about to be made; when it is, the page around shows what comes next. */
  readonly onMake: () => void;
};

/** Makes the vault in three short steps. Nothing is kept before the last: whoever leaves begins anew. */
export function Onboarding({ ceremony, onLanguage, onMake }: OnboardingProps) {
  const [step, setStep] = useState<Step>({ at: 'what' });
  const toCode = (way: FirstWay) => setStep({ at: 'code', way });
  return (
    <OnboardingFrame step={places[step.at]} corner={step.at === 'what' && <LanguageSwitch onLanguage={onLanguage} />}>
      {step.at === 'what' && (
        <WhatStep onNext={() => setStep(ceremony.isAvailable() ? { at: 'key' } : { at: 'passphrase', passkey: null })} />
      )}
      {step.at === 'key' && (
        <KeyStep ceremony={ceremony} onWay={toCode} onPassphrase={(passkey) => setStep({ at: 'passphrase', passkey })} />
      )}
      {step.at === 'passphrase' && (
        <PassphraseStep
          hasPasskey={step.passkey !== null}
          onPassphrase={(passphrase) =>
            toCode({ opener: { kind: 'passphrase', passphrase }, passkey: step.passkey && describePasskey(step.passkey) })
          }
          onBack={ceremony.isAvailable() && !step.passkey ? () => setStep({ at: 'key' }) : undefined}
        />
      )}
      {step.at === 'code' && (
        <RecoverySetup
          onWritten={async (recoveryCode) => {
            onMake();
            await send('vault/create', { ...step.way, recoveryCode });
          }}
        />
      )}
    </OnboardingFrame>
  );
}

function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t, language } = useText();
  const other = language === 'fa' ? 'en' : 'fa';
  return (
    <Button kind="quiet" icon={<GlobeIcon />} onPress={() => onLanguage(other)}>
      <span lang={other}>{t('shell.otherLanguage')}</span>
    </Button>
  );
}
