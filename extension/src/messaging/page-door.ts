import { AppError, type WireError } from '@daricheh/shared/errors';
import type { ContentMessageName, contentProtocol } from './content-protocol.ts';
import { exchange } from './exchange.ts';
import { listen, type MessageEvent } from './listen.ts';
import type { Envelope, RequestOf, ResponseOf } from './message-entry.ts';
import type { MessageName, Protocol } from './protocol.ts';
import type { Handlers } from './receive.ts';
import { createPageReceiver } from './receive-in-page.ts';

/** What our scripts in web pages use of the browser. */
type PageRuntime = { readonly id: string; readonly onMessage: MessageEvent; sendMessage(message: Envelope): Promise<unknown> };

/**
 * Asks the background, from a script of ours in a web page.
 * @throws AppError whatever the handler threw, by its code; `unavailable` when the background did not answer.
 */
export async function sendFromPage<Name extends MessageName>(
  name: Name,
  request: RequestOf<Protocol[Name]>,
): Promise<ResponseOf<Protocol[Name]>> {
  // The background alone answers, with a code of the list: no list weighs on the page.
  const readError = ({ code, facts }: WireError) => new AppError(code, facts);
  const value = await exchange((message) => getRuntime().sendMessage(message), { name, request, readError });
  return value as ResponseOf<Protocol[Name]>;
}

/** Lets the handlers of a script of ours in a web page answer the background. */
export function listenInPage<Name extends ContentMessageName>(handlers: Pick<Handlers<typeof contentProtocol>, Name>): void {
  const { id, onMessage } = getRuntime();
  listen(onMessage, createPageReceiver<Name>(handlers, id));
}

/**
 * The browser's own door. Everything else of ours goes through webextension-polyfill; every page of an enabled site would pay for it, and it looks for
 * `browser`, a name that the page may give to a form of its own where the browser gives it to nothing (HTML, named access on the Window object). `chrome` is the
 * browser's in both, with promises from manifest 3 on.
 */
function getRuntime(): PageRuntime {
  return (globalThis as unknown as { readonly chrome: { readonly runtime: PageRuntime } }).chrome.runtime;
}
