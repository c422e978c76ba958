import { AppError } from '@daricheh/shared/errors';
import { sendToContent } from '../messaging/send.ts';
import { injectScripts } from '../platform/tab-frames.ts';

/** Asks our script in one document for what it reads there. The first time it is put in, and with it, where that is not registered, the one that every page of an enabled site has. */
export async function askFrame(tabId: number, documentId: string, name: 'fill/snapshot' | 'attach/snapshot'): Promise<unknown> {
  try {
    return await sendToContent({ tabId, documentId }, name, {});
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'page_gone') throw error;
    await injectScripts(tabId, documentId, ['content', 'forms']);
    return sendToContent({ tabId, documentId }, name, {});
  }
}
