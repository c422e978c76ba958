import { browser } from 'wxt/browser';
import { catchLinks } from '../features/consent/content/catch-links.ts';
import { watchFields } from '../features/field-icon/content/watch-fields.ts';
import { getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { startPresenting } from '../features/present/content/start-presenting.ts';
import { startSigning } from '../features/sign/content/start-signing.ts';
import type { ContentMessageName, FormMessageName } from '../messaging/content-protocol.ts';
import { listen } from '../messaging/listen.ts';
import { createPageReceiver } from '../messaging/receive-in-page.ts';
import { send } from '../messaging/send.ts';
import { mayStart } from './may-start.ts';

/**
 * Starts our script in a web page, once for each document. It asks and answers the background, and decides nothing. Every page of an enabled site pays for it:
 * what only forms need stands in `forms.ts`.
 */
export function startContent(): void {
  if (!mayStart('content')) return;
  // A link that is refused (busy, muted) is told to nobody: the page must not learn why.
  catchLinks(async ({ kind, href }) => void (await send(`${kind}/follow`, { href }).catch(() => null)));
  const refreshIcon = watchFields({ ask: () => send('field-icon/wanted', {}), openShadow: getShadowRoot });
  const handlers = { 'page/ping': () => null, 'field-icon/refresh': refreshIcon, ...startPresenting(), ...startSigning() };
  listen(browser.runtime.onMessage, createPageReceiver<Exclude<ContentMessageName, FormMessageName>>(handlers, browser.runtime.id));
}
