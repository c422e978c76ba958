import { AppError } from '../../errors/index.ts';
import { parseTransactionData } from '../transaction-data.ts';

/** Transaction data as a key binding is held to it. */
export type AssignedTransactionData = { readonly encoded: string; readonly hashAlgorithms?: readonly string[] };

/**
 * V23. Each transaction data is authorised by exactly one of the credentials presented: the first that it names among
 * those that came, in the order of the vp_token. The others may not carry its hash (V22). A query that let two
 * presentations answer one id leaves it to the first of them.
 * @param presented ids of the credential queries that were answered
 * @returns by credential query id, what its presentation must authorise
 * @throws AppError `transaction_data_mismatch` when none that it names was presented
 * @see OpenID4VP 1.0, section 5.1
 */
export function assignTransactionData(
  transactionData: readonly string[],
  presented: readonly string[],
): ReadonlyMap<string, readonly AssignedTransactionData[]> {
  const assigned = new Map<string, AssignedTransactionData[]>();
  for (const encoded of transactionData) {
    const { data } = parseTransactionData(encoded);
    const id = presented.find((each) => data.credential_ids.includes(each));
    if (id === undefined) throw new AppError('transaction_data_mismatch', { what: 'credential' });
    const { transaction_data_hashes_alg: hashAlgorithms } = data;
    assigned.set(id, [...(assigned.get(id) ?? []), { encoded, ...(hashAlgorithms ? { hashAlgorithms } : {}) }]);
  }
  return assigned;
}
