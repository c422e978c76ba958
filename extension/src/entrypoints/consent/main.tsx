import { BatchWindow } from '../../features/batch/page/batch-window.tsx';
import { ConsentWindow } from '../../features/consent/page/consent-window.tsx';
import { UnlockGate } from '../../features/vault/page/unlock/unlock-gate.tsx';
import { UnlockedThenClose } from '../../features/vault/page/unlock/unlocked-then-close.tsx';
import { PanelFrame } from '../../ui/components/panel-frame.tsx';
import { consentScreens } from '../../wiring/consent-screens.tsx';
import { ceremony, showNoVault } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';

const asked = new URLSearchParams(location.search);
const promptId = asked.get('prompt');
const batch = asked.get('batch');
const whenNotAsked = batch === null ? <UnlockedThenClose /> : <BatchWindow ceremony={ceremony} only={batch} />;

void startPage(
  <UnlockGate ceremony={ceremony} whenNone={showNoVault} frame={(lock) => <PanelFrame>{lock}</PanelFrame>}>
    {promptId === null ? whenNotAsked : <ConsentWindow promptId={promptId} screens={consentScreens} />}
  </UnlockGate>,
);
