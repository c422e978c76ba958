import { Popup } from '../../features/popup/page/popup.tsx';
import { startPage } from '../../wiring/start-page.tsx';

void startPage(<Popup />);
