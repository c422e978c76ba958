import { WaitingSection } from '../../features/batch/page/waiting-section.tsx';
import { CasesPanel } from '../../features/cases/page/cases-section.tsx';
import { ProofOffers } from '../../features/proofs/page/proof-offers.tsx';
import { ServicesPanel } from '../../features/services/page/services-panel.tsx';
import { SidePanel } from '../../features/side-panel/page/side-panel.tsx';
import { UnlockGate } from '../../features/vault/page/unlock/unlock-gate.tsx';
import { openWallet } from '../../platform/extension-windows.ts';
import { watchShownTab } from '../../platform/tabs.ts';
import { PanelFrame } from '../../ui/components/panel-frame.tsx';
import { FormOfTab } from '../../wiring/form-of-tab.tsx';
import { ceremony, showNoVault } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';

const watchTab = watchShownTab(location.search);

void startPage(
  <UnlockGate ceremony={ceremony} whenNone={showNoVault} frame={(lock) => <PanelFrame>{lock}</PanelFrame>}>
    <SidePanel
      watchTab={watchTab}
      form={(tabId) => <FormOfTab tabId={tabId} />}
      offers={<ProofOffers />}
      cases={
        <>
          <WaitingSection isBrief />
          <CasesPanel onOpen={() => void openWallet('cases')} />
        </>
      }
      services={<ServicesPanel />}
    />
  </UnlockGate>,
);
