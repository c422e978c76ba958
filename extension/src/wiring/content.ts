import { browser } from 'wxt/browser';
import type { ReadControl } from '../features/attach/content/read-uploads.ts';
import { startAttaching } from '../features/attach/content/start-attaching.ts';
import { catchLinks } from '../features/consent/content/catch-links.ts';
import { watchFields } from '../features/field-icon/content/watch-fields.ts';
import { readDestination } from '../features/fill/content/read-destination.ts';
import { readAriaName, readLabels, readOwnText, readReferences } from '../features/fill/content/read-labels.ts';
import { getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { startFilling } from '../features/fill/content/start-filling.ts';
import { createVisibilityCache, readState } from '../features/fill/content/visibility.ts';
import { isOtherName } from '../features/present/bridge/other-name.ts';
import { startPresenting } from '../features/present/content/start-presenting.ts';
import { startSigning } from '../features/sign/content/start-signing.ts';
import { listen } from '../messaging/listen.ts';
import { createPageReceiver } from '../messaging/receive-in-page.ts';
import { send } from '../messaging/send.ts';

/** Starts our script in a web page, once for each document. It asks and answers the background, and decides nothing. */
export function startContent(): void {
  // A frame without an origin of its own (sandboxed) is nobody's: the background would refuse all that it sends.
  if (self.origin === 'null' || isOtherName(location.hostname) || hasStarted()) return;
  // A link that is refused (busy, muted) is told to nobody: the page must not learn why.
  catchLinks(async ({ kind, href }) => void (await send(`${kind}/follow`, { href }).catch(() => null)));
  const refreshIcon = watchFields({ ask: () => send('field-icon/wanted', {}), openShadow: getShadowRoot });
  const handlers = {
    'page/ping': () => null,
    'field-icon/refresh': refreshIcon,
    ...startAttaching(readControl),
    ...startFilling(),
    ...startPresenting(),
    ...startSigning(),
  };
  listen(browser.runtime.onMessage, createPageReceiver(handlers, browser.runtime.id));
}

/** Whoever reads a control reads its words alike. */
const readControl: ReadControl = {
  labels: readLabels,
  aria: readAriaName,
  description: (input) => readReferences(input, 'aria-describedby'),
  state: (input) => readState(input, createVisibilityCache()),
  text: readOwnText,
  destination: readDestination,
  openShadow: getShadowRoot,
};

/** Where the script was registered and then asked for once more, the first one stays. Only our own world sees the mark. */
function hasStarted(): boolean {
  const mark = Symbol.for('daricheh.content');
  return Reflect.get(globalThis, mark) === true || !Reflect.set(globalThis, mark, true);
}
