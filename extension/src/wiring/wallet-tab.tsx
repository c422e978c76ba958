import { type ReactNode, useState } from 'react';
import { Onboarding } from '../features/vault/page/onboarding/onboarding.tsx';
import { Welcome } from '../features/vault/page/onboarding/welcome.tsx';
import { NoVault, UnlockGate } from '../features/vault/page/unlock/unlock-gate.tsx';
import { writeSettings } from '../platform/settings-store.ts';
import { SceneFrame } from '../ui/components/scene-frame.tsx';
import { goTo, useSection } from '../ui/use-section.ts';
import { ceremony, firstIssuer, offeredSites } from './page-ports.tsx';

/** What the wallet's tab shows: how to make a vault, how to open it, what comes right after it was made, or the wallet. */
export function WalletTab({ children }: { readonly children: ReactNode }) {
  const [section] = useSection();
  const [beginsAnew, setBeginsAnew] = useState(false);
  const onboarding = (
    <Onboarding ceremony={ceremony} onLanguage={(language) => void writeSettings({ language })} onMake={prepareForVault} />
  );
  const whenNone = (isLost: boolean) =>
    isLost && !beginsAnew ? inScene(<NoVault isLost onStart={() => setBeginsAnew(true)} />) : onboarding;
  return (
    <UnlockGate ceremony={ceremony} whenNone={whenNone} frame={inScene}>
      {section === 'welcome' ? <Welcome issuers={firstIssuer} sites={offeredSites} onWallet={() => goTo('documents')} /> : children}
    </UnlockGate>
  );
}

function inScene(content: ReactNode): ReactNode {
  return <SceneFrame lit={1}>{content}</SceneFrame>;
}

/** Asks the browser not to clear our storage when space runs short, and names what the page shows once the vault is there. */
function prepareForVault(): void {
  void navigator.storage.persist();
  goTo('welcome');
}
