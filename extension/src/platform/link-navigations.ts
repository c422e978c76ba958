import { browser } from 'wxt/browser';
import { walletSchemes } from '#core/prompts/wallet-link.ts';

type Navigation = { readonly tabId: number; readonly frameId: number; readonly parentFrameId: number; readonly url: string };
type Frame = { readonly frameId: number; readonly parentFrameId: number; readonly url: string; readonly documentId: string };
type Tab = { readonly isActive: boolean; readonly openerTabId: number | null; readonly frames: readonly Frame[] };

/**
 * Tells of every frame that went to a wallet's link, by whatever way: the browser knows no such address, so it gives up and
 * names it, also at the end of redirects (seen in Chromium 156, November 2026). Only where the citizen has let us know
 * where tabs go (`webNavigation`); that may come later, while the worker runs.
 */
export function watchLinkNavigations(listener: (navigation: Navigation) => void): void {
  let isWatching = false;
  const watch = () => {
    if (isWatching || !browser.webNavigation) return;
    isWatching = true;
    const onError = ({ tabId, frameId, parentFrameId, url }: Navigation) => listener({ tabId, frameId, parentFrameId, url });
    browser.webNavigation.onErrorOccurred.addListener(onError, { url: [{ schemes: [...walletSchemes] }] });
  };
  watch();
  browser.permissions.onAdded.addListener(watch);
}

/** A tab with the documents that its frames show now; undefined where it is gone. Needs `webNavigation`. */
export async function readTabFrames(tabId: number): Promise<Tab | undefined> {
  try {
    const { active, openerTabId } = await browser.tabs.get(tabId);
    const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
    return {
      isActive: active,
      openerTabId: openerTabId ?? null,
      frames: frames.filter(({ documentLifecycle }) => documentLifecycle === 'active'),
    };
  } catch {
    // Both fail for one reason: there is no such tab any more.
    return undefined;
  }
}

/** Whether this document is in its tab, as far as the browser lets us know where tabs go: our own script may not be there yet. */
export async function isDocumentShown(tabId: number, documentId: string): Promise<boolean> {
  if (!browser.webNavigation) return false;
  const tab = await readTabFrames(tabId);
  return tab?.frames.some((frame) => frame.documentId === documentId) === true;
}
