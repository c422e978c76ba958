import * as z from 'zod/mini';
import type { Bytes, Sha256 } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * The one type of transaction that this wallet authorises: a signed form. `manifest_hash` and `form.hash` are SHA-256,
 * base64url. Unknown members are an error, as the standard wants.
 * @see OpenID4VP 1.0, sections 5.1 and 8.5 (`invalid_transaction_data`)
 */
export const submissionTransaction = z.strictObject({
  type: z.literal('daricheh.submission.v1'),
  credential_ids: z.array(z.string()).check(z.minLength(1)),
  transaction_data_hashes_alg: z.optional(z.array(z.string()).check(z.minLength(1))),
  form: z.strictObject({ id: z.string(), version: z.number().check(z.int(), z.gte(1)), hash }),
  manifest_hash: hash,
});
export type SubmissionTransaction = z.infer<typeof submissionTransaction>;

/** One entry of `transaction_data`: `raw` as it travelled, for that text is what is hashed, and what it says. */
export type TransactionData = { readonly raw: string; readonly data: SubmissionTransaction };

/** The text that stands for `data` in a request. */
export function encodeTransactionData(data: SubmissionTransaction): string {
  return encodeBase64Url(encodeUtf8(JSON.stringify(data)));
}

/** What `raw` says. @throws AppError `invalid_transaction_data` when it is malformed, of an unknown type, or wants a hash other than sha-256. */
export function parseTransactionData(raw: string): TransactionData {
  const parsed = submissionTransaction.safeParse(readJson(raw));
  if (!parsed.success) throw new AppError('invalid_transaction_data');
  const { transaction_data_hashes_alg: algorithms = ['sha-256'] } = parsed.data;
  if (!algorithms.includes('sha-256')) throw new AppError('invalid_transaction_data', { what: 'transaction_data_hashes_alg' });
  return { raw, data: parsed.data };
}

/** The hash of one entry, base64url: SHA-256 over the text itself, which is not decoded first. @see OpenID4VP 1.0, appendix B.3.3.1 */
export async function hashTransactionData(raw: string, sha256: Sha256): Promise<string> {
  const digest: Bytes = await sha256(encodeUtf8(raw));
  return encodeBase64Url(digest);
}

function readJson(raw: string): unknown {
  try {
    return parseStrictJson(decodeBase64Url(raw));
  } catch (cause) {
    throw new AppError('invalid_transaction_data', {}, { cause });
  }
}
