import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { useState } from 'react';
import type { PasskeyCeremony } from '../../../../core/passkeys/passkey-ceremony.ts';
import { writeRecoveryCode } from '../../../../core/vault/recovery-code.ts';
import type { RequestOf } from '../../../../messaging/message-entry.ts';
import type { WayInKind } from '../../../../messaging/protocol/vault.ts';
import type { Protocol } from '../../../../messaging/protocol.ts';
import { send } from '../../../../messaging/send.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Field } from '../../../../ui/components/field.tsx';
import { KeyIcon, LockIcon } from '../../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../../ui/components/notice.tsx';
import { Segmented } from '../../../../ui/components/segmented.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { type Action, useAction } from '../../../../ui/use-action.ts';
import { useCountdown } from './use-countdown.ts';
import './unlock-form.css';

type Attempt = RequestOf<Protocol['vault/unlock']>;
type CodeKind = 'recovery' | 'passphrase';

/** How to open a locked vault: by the passkey, or by whatever else opens it. */
export function UnlockForm({ ceremony, ways }: { readonly ceremony: PasskeyCeremony; readonly ways: readonly WayInKind[] }) {
  const { t } = useText();
  const action = useAction();
  const codes = (['passphrase', 'recovery'] as const).filter((kind) => ways.includes(kind));
  const hasPasskey = ways.includes('passkey') && ceremony.isAvailable();
  const [showsCodes, setShowsCodes] = useState(!hasPasskey);
  return (
    <section className="unlock">
      <span className="unlock-sign">
        <LockIcon />
      </span>
      <h1>{t('unlock.title')}</h1>
      <p className="soft">{t('unlock.lead')}</p>
      {hasPasskey && (
        <Button
          kind="primary"
          wide
          icon={<KeyIcon />}
          isPending={action.isRunning}
          onPress={() => action.run(() => unlockByPasskey(ceremony))}
        >
          {t('unlock.withPasskey')}
        </Button>
      )}
      {!showsCodes && <ErrorNotice code={action.error} />}
      {!showsCodes && codes.length > 0 && (
        <Button kind="quiet" onPress={() => setShowsCodes(true)}>
          {t('unlock.otherWays')}
        </Button>
      )}
      {showsCodes && <CodeForm kinds={codes} action={action} />}
    </section>
  );
}

function CodeForm({ kinds, action }: { readonly kinds: readonly CodeKind[]; readonly action: Action }) {
  const { t } = useText();
  const [kind, setKind] = useState<CodeKind>(kinds[0] ?? 'recovery');
  const [written, setWritten] = useState('');
  const [secondsLeft, waitFor] = useCountdown();
  const attempt: Attempt = kind === 'recovery' ? { kind, code: written } : { kind, passphrase: written };
  const submit = () =>
    action.run(async () => {
      const answer = await send('vault/unlock', attempt);
      if (answer.kind === 'unlocked') return;
      waitFor(answer.waitMs);
      if (answer.kind === 'refused') throw new AppError(answer.code);
    });
  const choose = (chosen: CodeKind) => {
    setKind(chosen);
    setWritten('');
    action.clear();
  };
  return (
    <form
      className="stack unlock-codes"
      onSubmit={(event) => {
        event.preventDefault();
        if (written && secondsLeft === 0) submit();
      }}
    >
      {kinds.length > 1 && (
        <Segmented
          label={t('unlock.way')}
          value={kind}
          onChange={choose}
          options={kinds.map((value) => ({ value, label: t(value === 'recovery' ? 'unlock.withRecovery' : 'unlock.withPassphrase') }))}
        />
      )}
      {kind === 'recovery' ? (
        <RecoveryField label={t('unlock.withRecovery')} value={written} onChange={setWritten} />
      ) : (
        <Field label={t('unlock.withPassphrase')} type="password" value={written} onChange={setWritten} autoComplete="current-password" />
      )}
      {secondsLeft > 0 ? <Notice tone="warn">{t('unlock.wait', { seconds: secondsLeft })}</Notice> : null}
      <ErrorNotice code={action.error} />
      <Button type="submit" kind="primary" isPending={action.isRunning} isDisabled={secondsLeft > 0 || written === ''}>
        {t('unlock.open')}
      </Button>
    </form>
  );
}

function RecoveryField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText();
  return (
    <Field
      label={label}
      help={t('unlock.recoveryHelp')}
      isCode
      lines={2}
      value={value}
      onChange={(typed) => onChange(writeRecoveryCode(value, typed))}
      autoComplete="off"
      spellCheck="false"
    />
  );
}

async function unlockByPasskey(ceremony: PasskeyCeremony): Promise<void> {
  const { credentialId, prf } = await ceremony.unlock(await send('vault/passkeys', {}));
  const answer = await send('vault/unlock', { kind: 'passkey', credentialId, prf: encodeBase64Url(prf) });
  if (answer.kind !== 'unlocked') throw new AppError('unlock_failed');
}
