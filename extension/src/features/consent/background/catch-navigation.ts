import { AppError } from '@daricheh/shared/errors';
import { findCaller, type MovedFrame, type TabFrame } from '../../../core/prompts/find-caller.ts';
import type { PromptPage } from '../../../core/prompts/prompt-book.ts';
import { readWalletLink, type WalletLink } from '../../../core/prompts/wallet-link.ts';

/** What the browser says of a tab. `openerTabId`: the one that it was opened from. */
export type OpenTab = { readonly isActive: boolean; readonly openerTabId: number | null; readonly frames: readonly TabFrame[] };

/** A frame of a tab went to an address that the browser itself cannot open. */
export type FailedNavigation = MovedFrame & { readonly tabId: number; readonly url: string };

export type CatchPorts = {
  /** Undefined where the tab is gone. */
  readonly readTab: (tabId: number) => Promise<OpenTab | undefined>;
  readonly closeTab: (tabId: number) => Promise<void>;
  /** Asks the citizen on that page's account. Throws AppError where it may not ask. */
  readonly follow: (page: PromptPage, link: WalletLink) => Promise<unknown>;
};

const topFrame: MovedFrame = { frameId: 0, parentFrameId: -1 };

/**
 * Follows a wallet's link that no person clicked: a script or a redirect led there. It counts for the page of the tab, and
 * only while the citizen looks at it. A new tab that was opened for the link alone counts for the page that opened it,
 * and is closed.
 */
export async function catchNavigation({ tabId, url, ...moved }: FailedNavigation, ports: CatchPorts): Promise<void> {
  const link = readWalletLink(url);
  const tab = link && (await ports.readTab(tabId));
  if (!link || !tab?.isActive) return;
  const caller = tab.frames.length === 0 ? await findOpener(tab, ports) : toPage(tabId, tab.frames, moved);
  if (!caller) return;
  try {
    await ports.follow(caller, link);
    if (caller.tabId !== tabId) await ports.closeTab(tabId);
  } catch (error) {
    // Busy, muted, or switched off here: the page must not learn why.
    if (!(error instanceof AppError)) throw error;
  }
}

async function findOpener({ openerTabId }: OpenTab, { readTab }: CatchPorts): Promise<PromptPage | undefined> {
  const opener = openerTabId === null ? undefined : await readTab(openerTabId);
  return opener && openerTabId !== null ? toPage(openerTabId, opener.frames, topFrame) : undefined;
}

function toPage(tabId: number, frames: readonly TabFrame[], moved: MovedFrame): PromptPage | undefined {
  const caller = findCaller(frames, moved);
  return caller && { tabId, frameId: 0, ...caller };
}
