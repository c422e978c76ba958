import { describe, expect, it } from 'vitest';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { sha256 } from '../testing/index.ts';
import { encodeTransactionData, hashTransactionData, parseTransactionData, type SubmissionTransaction } from './transaction-data.ts';

const hash = encodeBase64Url(new Uint8Array(32));
const data: SubmissionTransaction = {
  type: 'daricheh.submission.v1',
  credential_ids: ['signing'],
  transaction_data_hashes_alg: ['sha-256'],
  form: { id: 'tax-return', version: 1, hash },
  manifest_hash: hash,
};
const encode = (value: unknown) => encodeBase64Url(encodeUtf8(JSON.stringify(value)));

describe('transaction data', () => {
  it('is read as it was written, with its text kept', () => {
    const raw = encodeTransactionData(data);
    expect(parseTransactionData(raw)).toEqual({ raw, data });
  });

  it.each([
    ['unknown-transaction-data-type', encode({ ...data, type: 'payment' })],
    ['an unknown member', encode({ ...data, amount: '1' })],
    ['no credential', encode({ ...data, credential_ids: [] })],
    ['a hash of another length', encode({ ...data, manifest_hash: 'AAAA' })],
    ['no hash algorithm that we know', encode({ ...data, transaction_data_hashes_alg: ['sha-512'] })],
    ['a name that stands twice', encodeBase64Url(encodeUtf8(`{"type":"x",${JSON.stringify(data).slice(1)}`))],
    ['padding', `${encodeTransactionData(data)}=`],
    ['no JSON', encodeBase64Url(encodeUtf8('hello'))],
    ['nothing', ''],
  ])('B12: is refused: %s', (_what, raw) => {
    expect(() => parseTransactionData(raw)).toThrow(expect.objectContaining({ code: 'invalid_transaction_data' }));
  });

  it('is hashed over its text, not over what it decodes to', async () => {
    const raw = encodeTransactionData(data);
    expect(await hashTransactionData(raw, sha256)).toBe(encodeBase64Url(await sha256(encodeUtf8(raw))));
  });
});
