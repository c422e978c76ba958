import { ConsentWindow } from '../../features/consent/page/consent-window.tsx';
import { startPage } from '../../wiring/start-page.tsx';

void startPage(<ConsentWindow />);
