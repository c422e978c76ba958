import type { ReactNode } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { CaseIcon, DocumentIcon, HistoryIcon, LockIcon, PersonIcon, ServicesIcon, SettingsIcon } from '../../../ui/components/icons.tsx';
import { WindowMark } from '../../../ui/components/window-mark.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useSection } from '../../../ui/use-section.ts';
import './wallet.css';

const sectionNames = ['documents', 'facts', 'cases', 'services', 'history', 'settings'] as const;
export type WalletSectionName = (typeof sectionNames)[number];

const icons: Readonly<Record<WalletSectionName, ReactNode>> = {
  documents: <DocumentIcon />,
  facts: <PersonIcon />,
  cases: <CaseIcon />,
  services: <ServicesIcon />,
  history: <HistoryIcon />,
  settings: <SettingsIcon />,
};

/** The wallet in a tab: its sections one beside another, each given by the feature that owns it; the address names the one shown. */
export function Wallet({ sections }: { readonly sections: Readonly<Record<WalletSectionName, ReactNode>> }) {
  const { t } = useText();
  const [named] = useSection();
  const current = sectionNames.find((name) => name === named) ?? 'documents';
  return (
    <div className="wallet">
      <a className="wallet-skip" href="#wallet-main">
        {t('shell.skip')}
      </a>
      <header className="wallet-bar">
        <div className="wallet-name">
          <WindowMark size={30} />
          {t('common.name')}
        </div>
        <nav aria-label={t('shell.sections')}>
          <ul className="wallet-nav">
            {sectionNames.map((name) => (
              <li key={name}>
                <a className="wallet-link" href={`#/${name}`} aria-current={name === current ? 'page' : undefined}>
                  {icons[name]}
                  {t(`shell.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LockNow />
      </header>
      <main id="wallet-main" className="wallet-main" tabIndex={-1}>
        {sections[current]}
      </main>
    </div>
  );
}

function LockNow() {
  const { t } = useText();
  const action = useAction();
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
