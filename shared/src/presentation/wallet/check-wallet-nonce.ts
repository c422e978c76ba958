import { breaksRule, type ReceivedRequest } from './received-request.ts';

/** W4: a request that was fetched with a nonce of the wallet's repeats it. @throws AppError `invalid_request` @see OpenID4VP 1.0, section 5.10.1 */
export function checkWalletNonce({ walletNonce, parameters }: ReceivedRequest): void {
  if (walletNonce !== null && parameters['wallet_nonce'] !== walletNonce) throw breaksRule('W4', 'wallet_nonce');
}
