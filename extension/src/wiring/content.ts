import { catchLinks } from '../features/consent/content/catch-links.ts';
import { startDrafts } from '../features/drafts/content/answer-drafts.ts';
import { watchFields } from '../features/field-icon/content/watch-fields.ts';
import { getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { startPresenting } from '../features/present/content/start-presenting.ts';
import { startSigning } from '../features/sign/content/start-signing.ts';
import type { ContentMessageName, FormMessageName } from '../messaging/content-protocol.ts';
import { listenInPage, sendFromPage } from '../messaging/page-door.ts';
import { mayStart } from './may-start.ts';

/**
 * Starts our script in a web page, once for each document. It asks and answers the background, and decides nothing. Every page of an enabled site pays for it:
 * what only forms need stands in `forms.ts`.
 */
export function startContent(): void {
  if (!mayStart('content')) return;
  // A link that is refused (busy, muted) is told to nobody: the page must not learn why.
  catchLinks(async ({ kind, href }) => void (await sendFromPage(`${kind}/follow`, { href }).catch(() => null)));
  startDrafts();
  const refreshIcon = watchFields({ ask: () => sendFromPage('field-icon/wanted', {}), openShadow: getShadowRoot });
  const handlers = { 'page/ping': () => null, 'field-icon/refresh': refreshIcon, ...startPresenting(), ...startSigning() };
  listenInPage<Exclude<ContentMessageName, FormMessageName>>(handlers);
}
