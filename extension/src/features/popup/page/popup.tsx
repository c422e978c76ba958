import type { ReactNode } from 'react';
import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import type { VaultStatus } from '../../../messaging/protocol/vault.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { DocumentIcon, LockIcon, PanelIcon, PenIcon, SettingsIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { PanelFrame } from '../../../ui/components/panel-frame.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { type Action, useAction } from '../../../ui/use-action.ts';
import './popup.css';

export type PopupPorts = {
  readonly openWallet: (section?: string) => Promise<void>;
  readonly openSidePanel: () => Promise<void>;
  /** Keys that open the side panel, as the browser writes them; empty where it has none. */
  readonly readPanelKeys: () => Promise<string>;
};

export type PopupProps = {
  readonly ports: PopupPorts;
  /** The tab that the popup is about. */
  readonly tabId: number | undefined;
  readonly showSite: (site: SiteDescription) => ReactNode;
  /** What is to be said of the trust list that all this rests on. */
  readonly trust: ReactNode;
  /** What to show where there is no vault yet, or (`isLost`) none any more. */
  readonly whenNone: (isLost: boolean) => ReactNode;
};

type Loaded = { readonly status: VaultStatus; readonly site: SiteDescription; readonly panelKeys: string };

/** What the toolbar button opens: this site, the lock, and the ways to the rest. */
export function Popup({ ports, tabId, showSite, trust, whenNone }: PopupProps) {
  const { t } = useText();
  const loaded = useLoaded(() => load(tabId, ports), [tabId]);
  const action = useAction();
  if (loaded.state !== 'ready') return <PanelFrame>{loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}</PanelFrame>;
  const { status, site } = loaded.value;
  const hasVault = status.state === 'locked' || status.state === 'unlocked';
  return (
    <PanelFrame corner={status.state === 'unlocked' && <LockButton action={action} />}>
      <h1 className="visually-hidden">{t('popup.thisSite')}</h1>
      {showSite(site)}
      {trust}
      {(status.state === 'none' || status.state === 'lost') && whenNone(status.state === 'lost')}
      <ErrorNotice code={status.state === 'damaged' ? 'vault_damaged' : action.error} />
      {hasVault && <Acts loaded={loaded.value} ports={ports} action={action} />}
    </PanelFrame>
  );
}

async function load(tabId: number | undefined, { readPanelKeys }: PopupPorts): Promise<Loaded> {
  const nowhere: SiteDescription = { kind: 'unseen' };
  const describing = tabId === undefined ? nowhere : send('sites/describe', { tabId });
  const [status, site, panelKeys] = await Promise.all([send('vault/status', {}), describing, readPanelKeys()]);
  return { status, site, panelKeys };
}

function Acts({
  loaded: { status, site, panelKeys },
  ports,
  action,
}: {
  readonly loaded: Loaded;
  readonly ports: PopupPorts;
  readonly action: Action;
}) {
  const { t } = useText();
  const run = (act: () => Promise<unknown>) => () =>
    action.run(async () => {
      await act();
    });
  const canFill = site.kind === 'registered' || site.kind === 'unknown';
  return (
    <>
      {status.state === 'locked' && (
        <Button kind="primary" wide icon={<LockIcon />} onPress={run(() => send('vault/open-unlock-window', {}))}>
          {t('popup.unlock')}
        </Button>
      )}
      {status.state === 'unlocked' && canFill && (
        <Button kind={site.isEnabled ? 'primary' : 'plain'} wide icon={<PenIcon />} onPress={run(ports.openSidePanel)}>
          {t('popup.fill')}
        </Button>
      )}
      <nav className="popup-ways" aria-label={t('shell.sections')}>
        <Button kind="quiet" icon={<PanelIcon />} onPress={run(ports.openSidePanel)}>
          {t('popup.openPanel')}
        </Button>
        <Button kind="quiet" icon={<DocumentIcon />} onPress={run(() => ports.openWallet())}>
          {t('popup.openWallet')}
        </Button>
        <Button kind="quiet" icon={<SettingsIcon />} onPress={run(() => ports.openWallet('settings'))}>
          {t('popup.openSettings')}
        </Button>
      </nav>
      {panelKeys !== '' && (
        <p className="popup-keys soft small">
          {t('popup.panelKeys')} <kbd dir="ltr">{panelKeys}</kbd>
        </p>
      )}
    </>
  );
}

function LockButton({ action }: { readonly action: Action }) {
  const { t } = useText();
  const lock = () =>
    action.run(async () => {
      await send('vault/lock', {});
    });
  return (
    <Button kind="quiet" icon={<LockIcon />} onPress={lock}>
      {t('shell.lockNow')}
    </Button>
  );
}
