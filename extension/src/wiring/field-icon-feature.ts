import { findAgencyByOrigin, type TrustList } from '@daricheh/shared/trust';
import type { FillView } from '../core/autofill/plan/fill-view.ts';
import { isSiteUsable } from '../core/consent/describe-site.ts';
import { createFieldIconHandlers } from '../features/field-icon/background.ts';
import { tellTab } from '../messaging/send.ts';
import { openPanelWindow } from '../platform/extension-windows.ts';
import { onSettingsChange, readSettings, writeSettings } from '../platform/settings-store.ts';
import { readShortcuts } from '../platform/shortcuts.ts';
import { readTabUrl } from '../platform/site-access.ts';
import { injectScripts } from '../platform/tab-frames.ts';
import { listTabs, openPanelBeside } from '../platform/tabs.ts';

type Context = {
  readonly readTrustList: () => Promise<TrustList | null>;
  readonly isUnlocked: () => Promise<boolean>;
  readonly lookAtForm: (tabId: number) => Promise<FillView>;
};

/** Hands the icon the browser's tabs and panels, and tells the pages when its switches change. */
export function createFieldIconFeature({ readTrustList, isUnlocked, lookAtForm }: Context) {
  onSettingsChange(() => void tellPages());
  return createFieldIconHandlers({
    readSettings,
    writeSettings,
    isUsable: async (origin) => isSiteUsable(origin, await readTrustList(), (await readSettings()).enabledOrigins),
    isRegistered: async (origin) => {
      const list = await readTrustList();
      return list !== null && findAgencyByOrigin(list, origin) !== undefined;
    },
    isUnlocked,
    readTabUrl,
    inject: (tabId, documentId) => injectScripts(tabId, documentId, ['field-icon']),
    readShortcut: async () => (await readShortcuts()).panel,
    lookAtForm,
    openPanel: openPanelBeside,
    openPanelWindow,
  });
}

/** An icon that stands in a page goes, or comes, as the settings now say. */
async function tellPages(): Promise<void> {
  await Promise.all((await listTabs()).map((tabId) => tellTab(tabId, 'field-icon/refresh', {})));
}
