import { AppError } from '@daricheh/shared/errors';
import type { contentProtocol } from '../../../messaging/content-protocol.ts';
import { sendFromPage } from '../../../messaging/page-door.ts';
import type { Handlers } from '../../../messaging/receive.ts';
import { readControls } from './read-controls.ts';
import { listFiles, readPiece } from './read-files.ts';
import {
  findFirstFormUri,
  findForm,
  readWaiting,
  showSignButtons,
  watchCaseButtons,
  watchSignButtons,
  whenOneMayStand,
} from './signable-forms.ts';

type Names = 'sign/find' | 'sign/begin' | 'sign/read' | 'sign/files' | 'sign/waiting' | 'sign/piece' | 'sign/tell';

/** Lets a registered agency's forms be signed. The page only names them; what is signed is decided and shown elsewhere. */
export function startSigning(): Pick<Handlers<typeof contentProtocol>, Names> {
  const begin = (formUri: string) => sendFromPage('sign/ask', { formUri });
  // Where the background has gone there is nobody to sign with.
  whenOneMayStand(() => void offer(begin).catch(() => undefined));
  return {
    'sign/find': () => findFirstFormUri() !== undefined,
    'sign/begin': async () => {
      const formUri = findFirstFormUri();
      if (formUri) await begin(formUri);
      return formUri !== undefined;
    },
    'sign/read': ({ formUri, ...sought }) => readControls(requireForm(formUri), { ...sought, path: location.pathname }),
    'sign/waiting': ({ formUri }) => readWaiting(requireForm(formUri)),
    'sign/files': ({ formUri, controls }) => listFiles(requireForm(formUri), controls),
    'sign/piece': ({ formUri, ...piece }) => readPiece(requireForm(formUri), piece),
    'sign/tell': ({ formUri, event, detail }) => {
      requireForm(formUri).dispatchEvent(new CustomEvent(event, { bubbles: true, detail }));
      return null;
    },
  };
}

async function offer(begin: (formUri: string) => Promise<null>): Promise<void> {
  if (!(await sendFromPage('sign/here', {}))) return;
  showSignButtons();
  // A second press while the window is open is answered with "busy"; the window is there already.
  watchSignButtons((formUri) => void begin(formUri).catch(() => undefined));
  // Where the wallet has been switched off meanwhile, nothing opens.
  watchCaseButtons((wish) => void sendFromPage('sign/show', wish).catch(() => undefined));
}

/** The form is no longer in the page: for whoever asks, the page has left. */
function requireForm(formUri: string): HTMLFormElement {
  const form = findForm(formUri);
  if (!form) throw new AppError('page_gone');
  return form;
}
