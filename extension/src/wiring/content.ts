import { browser } from 'wxt/browser';
import { catchLinks } from '../features/consent/content/catch-links.ts';
import { startFilling } from '../features/fill/content/start-filling.ts';
import { startPresenting } from '../features/present/content/start-presenting.ts';
import { startSigning } from '../features/sign/content/start-signing.ts';
import { contentProtocol } from '../messaging/content-protocol.ts';
import { createReceiver, listen } from '../messaging/receive.ts';
import { send } from '../messaging/send.ts';

/** Starts our script in a web page, once for each document. It asks and answers the background, and decides nothing. */
export function startContent(): void {
  // A link that is refused (busy, muted) is told to nobody: the page must not learn why.
  catchLinks(async ({ kind, href }) => void (await send(`${kind}/follow`, { href }).catch(() => null)));
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) };
  const handlers = { 'page/ping': () => null, ...startFilling(), ...startPresenting(), ...startSigning() };
  listen(browser.runtime.onMessage, createReceiver(contentProtocol, handlers, { own }));
}
