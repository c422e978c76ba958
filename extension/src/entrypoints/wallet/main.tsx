import { browser } from 'wxt/browser';
import { WaitingSection } from '../../features/batch/page/waiting-section.tsx';
import { CasesSection } from '../../features/cases/page/cases-section.tsx';
import { DocumentsSection } from '../../features/documents/page/documents-section.tsx';
import { DraftsList } from '../../features/drafts/page/drafts-list.tsx';
import { FactsSection } from '../../features/facts/page/facts-section.tsx';
import { FamilySection } from '../../features/family/page/family-section.tsx';
import { HistorySection } from '../../features/history/page/history-section.tsx';
import { ProofOffers } from '../../features/proofs/page/proof-offers.tsx';
import { ProofsList } from '../../features/proofs/page/proofs-list.tsx';
import { ServicesSection } from '../../features/services/page/services-section.tsx';
import { SettingsPage } from '../../features/settings/page/settings-page.tsx';
import { WaysIn } from '../../features/vault/page/ways-in/ways-in.tsx';
import { Wallet } from '../../features/wallet/page/wallet.tsx';
import { readSettings, writeSettings } from '../../platform/settings-store.ts';
import { openShortcuts, readShortcuts } from '../../platform/shortcuts.ts';
import { ceremony, listIssuers, siteList } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';
import { WalletTab } from '../../wiring/wallet-tab.tsx';

const settingsPorts = {
  ...{ readSettings, writeSettings, readShortcuts, openShortcuts },
  ...{ version: browser.runtime.getManifest().version, roots: __DARICHEH_TRUST__.roots },
};

void startPage(
  <WalletTab>
    <Wallet
      sections={{
        documents: <DocumentsSection issuers={listIssuers} />,
        facts: <FactsSection after={<FamilySection />} />,
        cases: (
          <CasesSection
            before={
              <>
                <ProofOffers />
                <WaitingSection />
                <DraftsList />
              </>
            }
            after={<ProofsList />}
          />
        ),
        services: <ServicesSection />,
        history: <HistorySection />,
        settings: <SettingsPage ports={settingsPorts} waysIn={<WaysIn ceremony={ceremony} />} sites={siteList} />,
      }}
    />
  </WalletTab>,
);
