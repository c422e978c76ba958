import type { ReactNode } from 'react';
import { IconSettings } from '../features/field-icon/page/icon-settings.tsx';
import { LearnedSites } from '../features/fill/page/learned-sites.tsx';
import { IssuerList } from '../features/sites/page/issuer-list.tsx';
import { SiteList } from '../features/sites/page/site-list.tsx';
import { TrustEdition } from '../features/sites/page/trust-edition.tsx';
import { NoVault } from '../features/vault/page/unlock/unlock-gate.tsx';
import { openWallet } from '../platform/extension-windows.ts';
import { createPasskeyCeremony } from '../platform/passkey-ceremony.ts';
import { requestSite } from '../platform/site-access.ts';
import { openSite } from '../platform/tabs.ts';

/** The passkeys of this page. Firefox takes no extension for a relying party: its build will name one. */
export const ceremony = createPasskeyCeremony({
  credentials: 'PublicKeyCredential' in globalThis ? navigator.credentials : undefined,
  rpId: null,
  extensionOrigin: location.origin,
});

/** Where there is no vault: leads to the tab in which one is made. */
export function showNoVault(isLost: boolean): ReactNode {
  return <NoVault isLost={isLost} onStart={() => void openWallet()} />;
}

export const siteList: ReactNode = (
  <>
    <SiteList requestSite={requestSite} />
    <IconSettings />
    <LearnedSites />
    <TrustEdition />
  </>
);
export const offeredSites: ReactNode = <SiteList requestSite={requestSite} offersAll />;
export const firstIssuer: ReactNode = <IssuerList requestSite={requestSite} openSite={openSite} stresses="first" isFirstOnly />;

/** Where there is no document yet, one is the first to take. */
export function listIssuers(hasNone: boolean): ReactNode {
  return <IssuerList requestSite={requestSite} openSite={openSite} stresses={hasNone ? 'first' : 'none'} />;
}
