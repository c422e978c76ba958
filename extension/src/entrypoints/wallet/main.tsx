import { Wallet } from '../../features/wallet/page/wallet.tsx';
import { startPage } from '../../wiring/start-page.tsx';

void startPage(<Wallet sections={{}} />);
