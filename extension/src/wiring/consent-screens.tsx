import type { Screens } from '../features/consent/page/consent-window.tsx';
import { PresentScreen } from '../features/present/page/present-screen.tsx';
import { ReceiveScreen } from '../features/receive/page/receive-screen.tsx';
import { SignScreen } from '../features/sign/page/sign-screen.tsx';
import { sendFile } from '../platform/http.ts';
import { ceremony } from './page-ports.tsx';

/** Each kind of question with the screen of its feature. */
export const consentScreens: Screens = {
  receive: ({ promptId, view, onDecided }) => (
    <ReceiveScreen promptId={promptId} asker={view.asker} offer={view.offer} ceremony={ceremony} onDecided={onDecided} />
  ),
  present: ({ promptId, view, onDecided }) => (
    <PresentScreen promptId={promptId} asker={view.asker} request={view.request} ceremony={ceremony} onDecided={onDecided} />
  ),
  sign: ({ promptId, view, onDecided, onReload }) => (
    <SignScreen
      promptId={promptId}
      asker={view.asker}
      review={view.review}
      ceremony={ceremony}
      sendFile={sendFile}
      onDecided={onDecided}
      onReload={onReload}
    />
  ),
};
