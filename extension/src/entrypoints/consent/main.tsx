import { ConsentWindow } from '../../features/consent/page/consent-window.tsx';
import { UnlockGate } from '../../features/vault/page/unlock/unlock-gate.tsx';
import { UnlockedThenClose } from '../../features/vault/page/unlock/unlocked-then-close.tsx';
import { PanelFrame } from '../../ui/components/panel-frame.tsx';
import { ceremony, showNoVault } from '../../wiring/page-ports.tsx';
import { startPage } from '../../wiring/start-page.tsx';

const isOnlyToUnlock = location.search === '?unlock';

void startPage(
  isOnlyToUnlock ? (
    <PanelFrame>
      <UnlockGate ceremony={ceremony} whenNone={showNoVault}>
        <UnlockedThenClose />
      </UnlockGate>
    </PanelFrame>
  ) : (
    <ConsentWindow />
  ),
);
