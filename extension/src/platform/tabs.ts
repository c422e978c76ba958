import { browser } from 'wxt/browser';
import { panelCommand } from './shortcuts.ts';

/** Opens a site in a new tab. */
export async function openSite(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** The tab that the citizen looks at in the window of this page; or the one that the page's own address names (`?tab=`). */
export async function findShownTab(search: string): Promise<number | undefined> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** How to open the side panel of this page's window. It must be the first thing that a click does, so the window is looked up before. */
export async function prepareSidePanel(): Promise<() => Promise<void>> {
  const { id } = await browser.windows.getCurrent();
  return () => openPanel(id);
}

/** Opens the side panel by its shortcut. */
export function watchPanelShortcut(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === panelCommand) void openPanel(tab?.windowId);
  });
}

/**
 * Opens the side panel beside a tab, for a click in that tab's page. It must be the first thing that is done about the click: the browser forgets it by the
 * next turn. False where the browser does not allow it.
 */
export async function openPanelBeside(tabId: number): Promise<boolean> {
  const { sidePanel }: PanelApis = browser;
  if (!sidePanel) return false;
  return sidePanel.open({ tabId }).then(
    () => true,
    () => false,
  );
}

/** Every tab, whatever it shows. */
export async function listTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
}

type PanelApis = { readonly sidePanel?: typeof browser.sidePanel; readonly sidebarAction?: { open(): Promise<void> } };

/** Chromium's side panel, or Firefox's sidebar. */
async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction }: PanelApis = browser;
  if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
  else if (!sidePanel) await sidebarAction?.open();
}

/**
 * Tells which tab is shown in this page's window, now and at each change of it; or always the one that the address names (`?tab=`). `visit` is another one
 * for each page that the tab comes to, and the same where the citizen only looked elsewhere in between.
 */
export function watchShownTab(search: string): (listener: (tab: { tabId: number; visit: string }) => void) => () => void {
  return (listener) => {
    let shown: number | undefined;
    let loads = 0;
    const tell = async () => {
      shown = await findShownTab(search);
      if (shown === undefined) return;
      const { url, status } = await browser.tabs.get(shown);
      if (status === 'complete') listener({ tabId: shown, visit: `${url ?? ''} ${loads}` });
    };
    const onUpdated = (tabId: number, change: { status?: string }) => {
      if (change.status !== 'complete' || tabId !== shown) return;
      loads += 1;
      void tell();
    };
    const onActivated = () => void tell();
    void tell();
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onActivated.addListener(onActivated);
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onActivated.removeListener(onActivated);
    };
  };
}

/** Opens a page in a new tab, in the window of another one and after it; gives the new tab's id. */
export async function openBeside(url: string, besideTabId: number): Promise<number> {
  const { windowId, index } = await browser.tabs.get(besideTabId);
  const { id } = await browser.tabs.create({ url, windowId, index: index + 1, openerTabId: besideTabId });
  if (id === undefined) throw new RangeError('a tab without an id');
  return id;
}

/** Opens an address in a new tab; gives the tab's id. */
export async function openTab(url: string): Promise<number> {
  const { id } = await browser.tabs.create({ url });
  if (id === undefined) throw new RangeError('a tab without an id');
  return id;
}

/** Closes a tab; one that is closed already is fine. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => undefined);
}

/** Calls `listener` whenever a tab comes to an address that the browser lets us know. */
export function watchAddresses(listener: (tabId: number, url: string) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url !== undefined) listener(tabId, url);
  });
}
