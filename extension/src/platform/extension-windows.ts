import { browser } from 'wxt/browser';

/** A small window of ours, for what must not happen in a popup that closes or in a page. */
export async function openSmallWindow(path: string): Promise<number | undefined> {
  const window = await browser.windows.create({ url: path, type: 'popup', width: 460, height: 720, focused: true });
  return window?.id;
}

/** Closes a window of ours; one that is closed already is fine. */
export async function closeWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}

/** The window in which the citizen unlocks; it closes itself. */
export async function openUnlockWindow(): Promise<void> {
  await openSmallWindow('consent.html?unlock');
}

/** Shows the wallet in a tab, at one of its sections; an open one is used again. */
export async function openWallet(section = ''): Promise<void> {
  const address = browser.runtime.getURL('/wallet.html');
  const [open] = await browser.tabs.query({ url: `${address}*` });
  const url = section ? `${address}#/${section}` : address;
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true, ...(section ? { url } : {}) });
}

/** Brings the window of a question to the front, where it is still open. */
export async function showPromptWindow(promptId: string): Promise<void> {
  const [tab] = await browser.tabs.query({ url: browser.runtime.getURL(`/consent.html?prompt=${promptId}`) });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** The window in which waiting forms are signed: all of them together, or the one of that id. An open one is used again. */
export async function openBatchWindow(waitingId = ''): Promise<void> {
  await openOnce(waitingId === '' ? 'consent.html?batch' : `consent.html?batch=${waitingId}`);
}

/** The side panel's page about a tab, in a small window: for browsers that open no panel from a page's click. An open one is used again. */
export async function openPanelWindow(tabId: number): Promise<void> {
  await openOnce(`sidepanel.html?tab=${tabId}`);
}

async function openOnce(path: string): Promise<void> {
  const [open] = await browser.tabs.query({ url: browser.runtime.getURL(`/${path}` as '/sidepanel.html') });
  if (open?.windowId === undefined) await openSmallWindow(path);
  else await browser.windows.update(open.windowId, { focused: true });
}
