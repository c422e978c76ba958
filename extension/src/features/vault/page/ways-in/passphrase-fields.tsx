import type { ErrorCode } from '@daricheh/shared/errors';
import { useState } from 'react';
import { Field } from '../../../../ui/components/field.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';

const shortest = 12;

export type Passphrase = {
  readonly first: string;
  readonly second: string;
  readonly problem: 'short' | 'differs' | undefined;
  write(change: { first?: string; second?: string }): void;
  /** The passphrase when it is long enough and the same twice; otherwise says what is wrong with it. */
  check(): string | undefined;
};

/** A new passphrase, typed twice. */
export function usePassphrase(): Passphrase {
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [problem, setProblem] = useState<Passphrase['problem']>();
  return {
    ...typed,
    problem,
    write: (change) => {
      setTyped({ ...typed, ...change });
      setProblem(undefined);
    },
    check: () => {
      const found = [...typed.first].length < shortest ? 'short' : typed.first === typed.second ? undefined : 'differs';
      setProblem(found);
      return found ? undefined : typed.first;
    },
  };
}

export function PassphraseFields({ fields }: { readonly fields: Passphrase }) {
  const { t } = useText();
  const tooShort: ErrorCode = 'passphrase_too_short';
  return (
    <>
      <Field
        label={t('onboarding.passphrase')}
        help={t('onboarding.passphraseHelp')}
        type="password"
        autoComplete="new-password"
        value={fields.first}
        onChange={(first) => fields.write({ first })}
        error={fields.problem === 'short' ? tooShort : undefined}
      />
      <Field
        label={t('onboarding.passphraseAgain')}
        type="password"
        autoComplete="new-password"
        value={fields.second}
        onChange={(second) => fields.write({ second })}
      />
      {fields.problem === 'differs' && <Notice tone="bad">{t('onboarding.passphraseDiffers')}</Notice>}
    </>
  );
}
