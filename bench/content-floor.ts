import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WalletBrowser } from '@daricheh/e2e/browser';

/** Scripts that do the least, put into pages by the same door as ours: what they cost, any wallet's would. */
const scripts = { early: 'page-floor-early.js', listens: 'page-floor.js' } as const;

/** Pages of one origin in which the floor's scripts stand in place of ours. */
export type Floor = {
  readonly tab: Awaited<ReturnType<WalletBrowser['openWallet']>>;
  readonly origin: string;
  /** Has a text written into every box of the page in the tab; answers into how many. `looks`: each is looked at before. */
  write(order: { readonly looks: boolean }): Promise<unknown>;
};

/** Registers the floor's scripts for the pages of `origin`, in a browser with the folder that `addFloor` made, and opens a tab there. */
export async function openFloor(wallet: WalletBrowser, origin: string): Promise<Floor> {
  const worker = await wallet.findWorker();
  await worker.evaluate(
    ([matches, { early, listens }]) =>
      chrome.scripting.registerContentScripts([
        { id: 'floor', matches: [matches], allFrames: true, js: [listens], runAt: 'document_idle' },
        { id: 'floor-early', matches: [matches], allFrames: true, js: [early], runAt: 'document_start', world: 'MAIN' },
      ]),
    [`${origin}/*`, scripts] as const,
  );
  const tab = await wallet.context.newPage();
  await tab.goto(`${origin}/`);
  const tabId = await wallet.findTabId(tab);
  return {
    tab,
    origin,
    write: async ({ looks }) =>
      (await wallet.findWorker()).evaluate(([id, message]) => chrome.tabs.sendMessage(id, message), [
        tabId,
        { floor: 'write', looks },
      ] as const),
  };
}

/** The built extension with the floor's scripts beside its own, in a folder beside it. */
export function addFloor(extension: string): string {
  const folder = join(dirname(extension), 'with-floor');
  rmSync(folder, { recursive: true, force: true });
  cpSync(extension, folder, { recursive: true });
  writeFileSync(join(folder, scripts.early), ';');
  writeFileSync(join(folder, scripts.listens), `(${listenAndWrite.toString()})();`);
  return folder;
}

/**
 * Runs in the page, and stands there as it is written here. It writes a text into every box with the events that a page's own script may wait for. With
 * `looks`, it asks the browser before each whether the box is there to be seen and nothing lies on it, once, and does nothing with the answer but that.
 */
function listenAndWrite(): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const isOnTop = (box: HTMLInputElement) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === box;
  };
  const write = (box: HTMLInputElement, text: string) => {
    box.dispatchEvent(new FocusEvent('focus', { composed: true }));
    box.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    setter?.call(box, text);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
    box.dispatchEvent(new FocusEvent('blur', { composed: true }));
    box.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  };
  chrome.runtime.onMessage.addListener((message: { readonly floor?: 'write'; readonly looks?: boolean }, _sender, answer) => {
    if (message.floor !== 'write') return;
    let written = 0;
    for (const box of document.querySelectorAll('input')) {
      if (message.looks && !isOnTop(box)) {
        box.scrollIntoView({ block: 'center', behavior: 'instant' });
        if (!isOnTop(box)) continue;
      }
      write(box, `مقدار ${written}`);
      written += 1;
    }
    answer(written);
  });
}
