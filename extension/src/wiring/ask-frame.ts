import { AppError } from '@daricheh/shared/errors';
import { sendToContent } from '../messaging/send.ts';
import { injectScript } from '../platform/tab-frames.ts';

/** Asks our script in one document for what it reads there. Where it is not registered, it is put in first. */
export async function askFrame(tabId: number, documentId: string, name: 'fill/snapshot' | 'attach/snapshot'): Promise<unknown> {
  try {
    return await sendToContent({ tabId, documentId }, name, {});
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'page_gone') throw error;
    await injectScript(tabId, documentId);
    return sendToContent({ tabId, documentId }, name, {});
  }
}
