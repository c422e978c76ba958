import type { ReadControl } from '../features/attach/content/read-uploads.ts';
import { startAttaching } from '../features/attach/content/start-attaching.ts';
import { getAttribute } from '../features/fill/content/bare-dom.ts';
import { readShown } from '../features/fill/content/choose-from-list.ts';
import { readDestination } from '../features/fill/content/read-destination.ts';
import { readAriaName, readLabels, readOwnText, readReferences } from '../features/fill/content/read-labels.ts';
import { getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { takeSnapshot } from '../features/fill/content/snapshot.ts';
import { startFilling } from '../features/fill/content/start-filling.ts';
import { createVisibilityCache, readState } from '../features/fill/content/visibility.ts';
import type { ReadPage } from '../features/proofs/content/read-sent-form.ts';
import { watchSubmits } from '../features/proofs/content/watch-submits.ts';
import type { FormMessageName } from '../messaging/content-protocol.ts';
import { listenInPage, sendFromPage } from '../messaging/page-door.ts';
import { mayStart } from './may-start.ts';

/** Starts, once for each document, the script that reads and fills its forms. It answers the background, tells it of a form that is sent, and decides nothing. */
export function startForms(): void {
  if (!mayStart('forms')) return;
  // A wallet that is locked, or stopped, keeps no record: the page must not learn of it.
  watchSubmits(readPage, (sent) => void sendFromPage('proofs/sent', sent).catch(() => null));
  const handlers = { ...startAttaching(readControl), ...startFilling() };
  listenInPage<FormMessageName>(handlers);
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

const readPage: ReadPage = {
  take: takeSnapshot,
  shown: readShown,
  attribute: getAttribute,
  labels: readLabels,
  isSeen: (input) => readState(input, createVisibilityCache()) === 'visible',
};
