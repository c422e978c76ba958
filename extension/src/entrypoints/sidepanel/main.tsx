import { AttachSection } from '../../features/attach/page/attach-section.tsx';
import { CasesPanel } from '../../features/cases/page/cases-section.tsx';
import { IconHere } from '../../features/field-icon/page/icon-here.tsx';
import { FillSection } from '../../features/fill/page/fill-section.tsx';
import { ServicesPanel } from '../../features/services/page/services-panel.tsx';
import { SidePanel } from '../../features/side-panel/page/side-panel.tsx';
import { SignSection } from '../../features/sign/page/sign-section.tsx';
import { SiteCard } from '../../features/sites/page/site-card.tsx';
import { UnlockGate } from '../../features/vault/page/unlock/unlock-gate.tsx';
import { openWallet } from '../../platform/extension-windows.ts';
import { requestSite } from '../../platform/site-access.ts';
import { watchShownTab } from '../../platform/tabs.ts';
import { PanelFrame } from '../../ui/components/panel-frame.tsx';
import { ceremony, showNoVault } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';

const watchTab = watchShownTab(location.search);

void startPage(
  <UnlockGate ceremony={ceremony} whenNone={showNoVault} frame={(lock) => <PanelFrame>{lock}</PanelFrame>}>
    <SidePanel
      watchTab={watchTab}
      form={(tabId) => (
        <>
          <FillSection
            tabId={tabId}
            showSite={(site) => <SiteCard site={site} requestSite={requestSite} />}
            onOpenWallet={(section) => void openWallet(section)}
            beside={<SignSection tabId={tabId} />}
          />
          <AttachSection tabId={tabId} />
          <IconHere tabId={tabId} />
        </>
      )}
      cases={<CasesPanel onOpen={() => void openWallet('cases')} />}
      services={<ServicesPanel />}
    />
  </UnlockGate>,
);
