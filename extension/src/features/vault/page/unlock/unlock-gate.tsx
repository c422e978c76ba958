import { type ReactNode, useEffect } from 'react';
import type { PasskeyCeremony } from '../../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../../messaging/send.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { ErrorNotice } from '../../../../ui/components/notice.tsx';
import { useLoaded } from '../../../../ui/refresh.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';
import { UnlockForm } from './unlock-form.tsx';

export type UnlockGateProps = {
  readonly ceremony: PasskeyCeremony;
  /** What to show where there is no vault yet, or (`isLost`) none any more. */
  readonly whenNone: (isLost: boolean) => ReactNode;
  /** What stands around the lock, in a page that is bare without its content. */
  readonly frame?: (lock: ReactNode) => ReactNode;
  /** What only an open vault may show. */
  readonly children: ReactNode;
};

/** Shows its children while the vault is open, and how to open it while it is not. It stays open while it is used. */
export function UnlockGate({ ceremony, whenNone, frame = (lock) => lock, children }: UnlockGateProps) {
  const status = useLoaded(() => send('vault/status', {}), []);
  if (status.state === 'loading') return null;
  if (status.state === 'failed') return frame(<ErrorNotice code={status.code} />);
  const { value } = status;
  if (value.state === 'unlocked') return <StayOpen>{children}</StayOpen>;
  if (value.state === 'locked') return frame(<UnlockForm ceremony={ceremony} ways={value.ways} />);
  if (value.state === 'damaged') return frame(<ErrorNotice code="vault_damaged" />);
  return whenNone(value.state === 'lost');
}

/** Where there is no vault: says so, and leads to where one is made. */
export function NoVault({ isLost, onStart }: { readonly isLost: boolean; readonly onStart: () => void }) {
  const { t } = useText();
  const start = (
    <Button kind="primary" onPress={onStart}>
      {t(isLost ? 'unlock.startAgain' : 'unlock.start')}
    </Button>
  );
  return (
    <EmptyState title={t(isLost ? 'unlock.lost' : 'unlock.noVault')} action={start}>
      {t(isLost ? 'unlock.lostLead' : 'unlock.noVaultLead')}
    </EmptyState>
  );
}

/** How often a page that is used says so. */
const everyMs = 20_000;

/** Keeps the vault open while somebody types or points in this page. */
function StayOpen({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    let saidAtMs = 0;
    const say = () => {
      if (Date.now() - saidAtMs < everyMs) return;
      saidAtMs = Date.now();
      // A background that does not answer shows itself at the next use.
      send('vault/stay-open', {}).catch(() => undefined);
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, say, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, say);
    };
  }, []);
  return children;
}
