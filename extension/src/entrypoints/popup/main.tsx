import { Popup } from '../../features/popup/page/popup.tsx';
import { SiteCard } from '../../features/sites/page/site-card.tsx';
import { TrustAge } from '../../features/sites/page/trust-age.tsx';
import { openWallet } from '../../platform/extension-windows.ts';
import { readShortcuts } from '../../platform/shortcuts.ts';
import { requestSite } from '../../platform/site-access.ts';
import { findShownTab, prepareSidePanel } from '../../platform/tabs.ts';
import { showNoVault } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';

const [tabId, openSidePanel] = await Promise.all([findShownTab(location.search), prepareSidePanel()]);

void startPage(
  <Popup
    ports={{ openWallet, openSidePanel, readPanelKeys: async () => (await readShortcuts()).panel }}
    tabId={tabId}
    showSite={(site) => <SiteCard site={site} requestSite={requestSite} />}
    trust={<TrustAge />}
    whenNone={showNoVault}
  />,
);
