import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { browser } from 'wxt/browser';

const quality = 60;
const prefix = 'data:image/jpeg;base64,';

/**
 * What the tab shows of one document: JPEG, base64url. Null where the browser gives none (it asks for a click on our button, or for access to all sites), where
 * the tab is not the one in front, where the picture is larger than `maxBytes`, or where the document has left by the time that it is taken.
 */
export async function takePicture(
  { tabId, documentId }: { readonly tabId: number; readonly documentId: string },
  maxBytes: number,
): Promise<string | null> {
  try {
    const { windowId, active } = await browser.tabs.get(tabId);
    if (!active) return null;
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality });
    const isStill = await isInFront(tabId, documentId);
    return isStill && shot.startsWith(prefix) ? keepWithin(shot.slice(prefix.length), maxBytes) : null;
  } catch {
    // The browser refuses in its own words, for several reasons; each means that there is no picture.
    return null;
  }
}

/** Asked after the picture was taken: what is in front now was in front then, for a document never comes back within its tab. */
async function isInFront(tabId: number, documentId: string): Promise<boolean> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, documentIds: [documentId] },
    func: () => document.visibilityState === 'visible',
  });
  return answer?.result === true;
}

function keepWithin(base64: string, maxBytes: number): string | null {
  const text = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return decodeBase64Url(text).length > maxBytes ? null : encodeBase64Url(decodeBase64Url(text));
}
