import { AppError } from '../../errors/index.ts';
import type { DcqlRequest } from '../dcql.ts';
import { limits } from '../limits.ts';
import { parseTransactionData, type TransactionData } from '../transaction-data.ts';
import type { ExpectedTransaction, RequestSource } from './presentation-request.ts';
import type { ReceivedRequest } from './received-request.ts';

/**
 * W9: every entry is of a known type and form, and names credentials of the query that are bound to a key. The one type
 * that is known authorises a form, so it counts only where this very form is under review: exactly one entry, with the
 * hash of the manifest that the citizen read.
 * @throws AppError `invalid_transaction_data`
 * @see OpenID4VP 1.0, sections 5.1, 8.4 and 8.5
 */
export function readTransactionData(
  { parameters }: ReceivedRequest,
  query: DcqlRequest,
  source: RequestSource,
): readonly TransactionData[] {
  const value = parameters['transaction_data'];
  const entries = value === undefined ? [] : readEntries(value);
  for (const { data } of entries) checkCredentials(data.credential_ids, query);
  if (source.kind === 'submission') checkExpected(entries, source.expected);
  else if (entries.length > 0) throw refused('outside_submission');
  return entries;
}

function readEntries(value: unknown): readonly TransactionData[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > limits.transactionData) throw refused('form');
  return value.map((raw: unknown) => {
    if (typeof raw !== 'string') throw refused('form');
    return parseTransactionData(raw);
  });
}

function checkCredentials(ids: readonly string[], { credentials }: DcqlRequest): void {
  for (const id of ids) {
    const asked = credentials.find((each) => each.id === id);
    if (asked === undefined || asked.require_cryptographic_holder_binding === false) throw refused('credential_ids');
  }
}

function checkExpected(entries: readonly TransactionData[], { manifestHash, form }: ExpectedTransaction): void {
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw refused('count');
  const { data } = entry;
  const isSameForm = data.form.id === form.id && data.form.version === form.version && data.form.hash === form.hash;
  if (!isSameForm || data.manifest_hash !== manifestHash) throw refused('other_manifest');
}

function refused(what: string): AppError {
  return new AppError('invalid_transaction_data', { rule: 'W9', what });
}
