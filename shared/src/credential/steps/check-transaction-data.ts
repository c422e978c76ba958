import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { type Awaitable, after } from '../awaitable.ts';
import { digestTexts } from '../sd-jwt.ts';
import { type CredentialContext, given } from './step.ts';

/**
 * V22. The key binding holds one hash for each transaction data that this credential authorises and no other. Each is
 * over the base64url text as it was requested. The algorithm is sha-256: said so where the request named algorithms.
 * @throws AppError `transaction_data_mismatch` @see OpenID4VP 1.0, sections 8.4 and B.3.3
 */
export function checkTransactionData({ bound, ports }: CredentialContext): Awaitable<void> {
  const { binding, wanted } = given(bound);
  const { transaction_data_hashes: hashes, transaction_data_hashes_alg: algorithm } = binding.payload;
  const isNamed = wanted.transactionData.some(({ hashAlgorithms }) => hashAlgorithms !== undefined);
  const isOffered = wanted.transactionData.every(({ hashAlgorithms }) => hashAlgorithms?.includes('sha-256') ?? true);
  const isStated = algorithm === 'sha-256' || (algorithm === undefined && !isNamed);
  if (!isOffered || !isStated) throw new AppError('transaction_data_mismatch', { what: 'algorithm' });
  const encoded = wanted.transactionData.map((entry) => entry.encoded);
  return after(digestTexts(encoded, ports.sha256), (expected) => {
    if (!isSameSet(expected, hashes)) throw new AppError('transaction_data_mismatch', { what: 'hashes' });
  });
}

function isSameSet(expected: readonly string[], hashes: Json | undefined): boolean {
  if (expected.length === 0) return hashes === undefined;
  if (!Array.isArray(hashes) || hashes.length !== expected.length) return false;
  const left = [...expected];
  return (hashes as readonly Json[]).every((hash) => {
    const at = typeof hash === 'string' ? left.indexOf(hash) : -1;
    return at >= 0 && left.splice(at, 1).length === 1;
  });
}
