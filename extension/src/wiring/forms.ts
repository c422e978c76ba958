import type { ReadControl } from '../features/attach/content/read-uploads.ts';
import { startAttaching } from '../features/attach/content/start-attaching.ts';
import { readDestination } from '../features/fill/content/read-destination.ts';
import { readAriaName, readLabels, readOwnText, readReferences } from '../features/fill/content/read-labels.ts';
import { getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { startFilling } from '../features/fill/content/start-filling.ts';
import { createVisibilityCache, readState } from '../features/fill/content/visibility.ts';
import type { FormMessageName } from '../messaging/content-protocol.ts';
import { listenInPage } from '../messaging/page-door.ts';
import { mayStart } from './may-start.ts';

/** Starts, once for each document, the script that reads and fills its forms. It answers the background, and decides nothing. */
export function startForms(): void {
  if (!mayStart('forms')) return;
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
