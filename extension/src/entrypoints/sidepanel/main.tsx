import { SidePanel } from '../../features/side-panel/page/side-panel.tsx';
import { startPage } from '../../wiring/start-page.tsx';

void startPage(<SidePanel />);
