import { browser } from 'wxt/browser';
import type { FrameInfo } from '../core/autofill/page-port.ts';

/**
 * The documents of a tab that the browser lets us into, each with its origin as the browser says it. A frame without an origin of its own (sandboxed,
 * about:blank, srcdoc) is named as `null`. Rejects where it lets us into none.
 */
export async function listFrames(tabId: number): Promise<FrameInfo[]> {
  const probes = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: probeFrame });
  return probes.flatMap(({ documentId, frameId, result }) => (result ? [{ documentId, isTop: frameId === 0, ...result }] : []));
}

/** Runs in the frame, in our world, whose globals the page cannot change. */
function probeFrame(): { readonly origin: string; readonly path: string; readonly inner: string[] } {
  const isOwn = location.protocol === 'https:' || location.protocol === 'http:';
  const addresses = [...document.querySelectorAll('iframe')].slice(0, 50).map((frame) => frame.src);
  const inner = addresses.filter((address) => /^https?:/.test(address) && URL.canParse(address)).map((address) => new URL(address).origin);
  return { origin: isOwn ? self.origin : 'null', path: isOwn ? location.pathname : '', inner: [...new Set(inner)] };
}

/**
 * Puts scripts of ours into one document: `content` where it is not registered, because the citizen has asked for it there by the toolbar or the
 * shortcut; `forms` where a form is to be read; `field-icon` where somebody is in a box. One that is there already stays as it is.
 */
export async function injectScripts(
  tabId: number,
  documentId: string,
  names: readonly ('content' | 'forms' | 'field-icon')[],
): Promise<void> {
  const files = names.map((name) => `/page-${name}.js` as const);
  await browser.scripting.executeScript({ target: { tabId, documentIds: [documentId] }, files });
}
