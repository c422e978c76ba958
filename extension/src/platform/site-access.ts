import { browser } from 'wxt/browser';
import { toPattern } from './site-scripts.ts';

/** Whether the browser lets us work on `origin`. */
export async function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [toPattern(origin)] });
}

/**
 * Asks the citizen, in the browser's own words, to let us work on `origin`, and to let us know where tabs go, without which
 * a site's script or redirect cannot call the wallet. From a click in a page of ours.
 */
export async function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [toPattern(origin)], permissions: ['webNavigation'] });
}

/** The address of a tab: undefined where neither a permission nor the toolbar's click lets us know it. */
export async function readTabUrl(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId)).url;
}
