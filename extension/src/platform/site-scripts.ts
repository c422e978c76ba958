import { type Browser, browser } from 'wxt/browser';
import type { Settings } from '../core/settings/settings.ts';

/**
 * Registers our scripts on the enabled origins, and nowhere else. Pages that are open get the content script at once;
 * the hook for digital credentials must come before a page's own scripts, so there it waits for the next load.
 */
export function syncSiteScripts(settings: Settings): Promise<void> {
  last = last.catch(() => undefined).then(() => sync(settings));
  return last;
}

/** One at a time: between taking the old scripts away and registering the new ones, another round would meet neither. */
let last: Promise<void> = Promise.resolve();

async function sync({ enabledOrigins, answersDigitalCredentials }: Settings): Promise<void> {
  const before = await browser.scripting.getRegisteredContentScripts();
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: before.map((script) => script.id) });
  const matches = enabledOrigins.map(toPattern);
  if (matches.length === 0) return;
  const common = { matches, allFrames: true, persistAcrossSessions: true };
  const scripts: Browser.scripting.RegisteredContentScript[] = [
    { ...common, id: 'content', js: ['page-content.js'], runAt: 'document_idle' },
  ];
  if (answersDigitalCredentials) {
    scripts.push({ ...common, id: 'page-bridge', js: ['page-bridge.js'], runAt: 'document_start', world: 'MAIN' });
  }
  await browser.scripting.registerContentScripts(scripts);
  const known = new Set(before.flatMap((script) => script.matches ?? []));
  await reachOpenTabs(matches.filter((pattern) => !known.has(pattern)));
}

/** The match pattern of one origin, its port included. */
export function toPattern(origin: string): string {
  return `${origin}/*`;
}

async function reachOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  const injections = tabs.map(({ id }) =>
    id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/page-content.js'] }),
  );
  // A tab that is closing, or shows an error page, takes no script; the others do not depend on it.
  await Promise.allSettled(injections);
}
