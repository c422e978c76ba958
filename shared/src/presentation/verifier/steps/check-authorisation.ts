import { given } from '../../../credential/steps/step.ts';
import { assignTransactionData } from '../assign-transaction-data.ts';
import type { VpTokenContext } from './context.ts';

/** V23. Exactly one of the credentials that came authorises each transaction. @throws AppError `transaction_data_mismatch` @see OpenID4VP 1.0, section 5.1 */
export function checkAuthorisation(context: VpTokenContext): void {
  context.authorised = assignTransactionData(context.expected.transactionData, [...given(context.presentations).keys()]);
}
