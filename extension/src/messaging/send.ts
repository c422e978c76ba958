import { AppError, fromWire } from '@daricheh/shared/errors';
import { browser } from 'wxt/browser';
import type { ContentMessageName, ContentProtocol } from './content-protocol.ts';
import { exchange } from './exchange.ts';
import type { MessageEntry, RequestOf, ResponseOf } from './message-entry.ts';
import type { MessageName, Protocol } from './protocol.ts';

/**
 * Asks the background. From a page of ours or from a content script.
 * @throws AppError whatever the handler threw, by its code; `unavailable` when the background did not answer.
 */
export async function send<Name extends MessageName>(name: Name, request: RequestOf<Protocol[Name]>): Promise<ResponseOf<Protocol[Name]>> {
  const value = await exchange((message) => browser.runtime.sendMessage(message), { name, request, readError: fromWire });
  return value as ResponseOf<Protocol[Name]>;
}

/** One document of a tab. A document that has been left never gets the message: another then has its frame. */
export type ContentTarget = { readonly tabId: number; readonly documentId: string };

/** Asks our script in one document of a tab. @throws AppError as `send`; `page_gone` when that document is no longer there. */
export async function sendToContent<Name extends ContentMessageName>(
  target: ContentTarget,
  name: Name,
  request: RequestOf<ContentEntry<Name>>,
): Promise<ResponseOf<ContentEntry<Name>>> {
  const { tabId, documentId } = target;
  try {
    const value = await exchange((message) => browser.tabs.sendMessage(tabId, message, { documentId }), {
      name,
      request,
      readError: fromWire,
    });
    return value as ResponseOf<ContentEntry<Name>>;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') throw new AppError('page_gone', {}, { cause: error });
    throw error;
  }
}

type ContentEntry<Name extends ContentMessageName> = ContentProtocol[Name] extends MessageEntry ? ContentProtocol[Name] : never;

/** Asks our script in the page that a tab shows now, whichever it is. @throws AppError as `send`; `unavailable` where there is none. */
export async function sendToPage<Name extends ContentMessageName>(
  tabId: number,
  name: Name,
  request: RequestOf<ContentEntry<Name>>,
): Promise<ResponseOf<ContentEntry<Name>>> {
  const value = await exchange((message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }), {
    name,
    request,
    readError: fromWire,
  });
  return value as ResponseOf<ContentEntry<Name>>;
}

/** Tells our script in every document of a tab. Answers when the first of them has; where there is none, it is told to nobody. */
export async function tellTab<Name extends ContentMessageName>(
  tabId: number,
  name: Name,
  request: RequestOf<ContentEntry<Name>>,
): Promise<void> {
  // A tab without our script has nothing to be told.
  await exchange((message) => browser.tabs.sendMessage(tabId, message), { name, request, readError: fromWire }).catch(() => undefined);
}
