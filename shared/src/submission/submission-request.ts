import * as z from 'zod/mini';
import type { Bytes, KeyBindingExpectations } from '../credential/index.ts';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  encodeTransactionData,
  parseTransactionData,
  type RequestContent,
  type SubmissionTransaction,
  signRequestObject,
} from '../presentation/index.ts';
import type { Seal } from '../seal/index.ts';
import { documentTypes } from '../vocabulary/index.ts';

export const requestJwsType = 'oauth-authz-req+jwt';
export const signingVct = documentTypes.signing.vct;

/** Id of the one credential that a submission request asks for. */
export const signingQueryId = 'signing';

/** For how long a wallet may answer a request to sign. */
export const requestLifetimeSeconds = 300;
/** The same where files are sent before the form: 25 MB take minutes on a slow line. */
export const attachingLifetimeSeconds = 1800;

export type SubmissionRequestContent = {
  /** `x509_hash:` and the hash of the agency's certificate. */
  readonly clientId: string;
  readonly submissionsUri: string;
  /** 128 bits or more, base64url, used once. */
  readonly nonce: string;
  readonly form: SubmissionTransaction['form'];
  /** SHA-256 over the manifest's bytes, base64url. */
  readonly manifestHash: string;
  readonly at: Date;
  /** `requestLifetimeSeconds` when absent. */
  readonly lifetimeSeconds?: number;
};

/** What a request to sign says to whoever checks a submission. */
export type SubmissionRequest = {
  readonly clientId: string;
  readonly nonce: string;
  readonly submissionsUri: string;
  readonly expiresAtSeconds: number;
  readonly transaction: SubmissionTransaction;
  /** The transaction data as it travelled: what the key binding hashes. */
  readonly transactionText: string;
};

/**
 * An OpenID4VP request object for the signing credential with the national id, whose transaction data names one
 * manifest. The answer is not a `vp_token` to `response_uri` alone: it travels inside the submission.
 * @see OpenID4VP 1.0, sections 5 and 8.4
 */
export function buildSubmissionRequest(content: SubmissionRequestContent, seal: Seal): Promise<string> {
  const transaction = encodeTransactionData({
    type: 'daricheh.submission.v1',
    credential_ids: [signingQueryId],
    transaction_data_hashes_alg: ['sha-256'],
    form: content.form,
    manifest_hash: content.manifestHash,
  });
  const asked = { id: signingQueryId, format: 'dc+sd-jwt', meta: { vct_values: [signingVct] }, claims: [{ path: ['national_id'] }] };
  const request: RequestContent = {
    clientId: content.clientId,
    nonce: content.nonce,
    query: { credentials: [asked] },
    route: { mode: 'direct_post', responseUri: content.submissionsUri },
    transactionData: [transaction],
    issuedAt: content.at,
    expiresAt: new Date(content.at.getTime() + (content.lifetimeSeconds ?? requestLifetimeSeconds) * 1000),
  };
  return signRequestObject(request, seal);
}

/** The transaction of a request, as whatever is presented for it must name it. */
export function bindTransaction({
  transaction,
  transactionText,
}: Pick<SubmissionRequest, 'transaction' | 'transactionText'>): KeyBindingExpectations['transactionData'] {
  const { transaction_data_hashes_alg: hashAlgorithms } = transaction;
  return [{ encoded: transactionText, ...(hashAlgorithms === undefined ? {} : { hashAlgorithms }) }];
}

const requestPayload = z.object({
  client_id: z.string(),
  response_uri: z.string(),
  nonce: z.string().check(z.minLength(22), z.maxLength(512)),
  exp: z.number(),
  transaction_data: z.array(z.string()).check(z.length(1)),
});

/**
 * The members of a request's payload that a submission answers to. Not checked: who sealed it, and the rules of
 * OpenID4VP for wallets, which the wallet's own reader holds it to.
 * @throws AppError `invalid_request`, `invalid_transaction_data`
 */
export function readSubmissionRequest(payload: Bytes): SubmissionRequest {
  const parsed = requestPayload.safeParse(readJson(payload));
  if (!parsed.success) throw new AppError('invalid_request');
  const { client_id: clientId, response_uri: submissionsUri, nonce, exp, transaction_data: transactionData } = parsed.data;
  const { raw, data } = parseTransactionData(transactionData[0] ?? '');
  return { clientId, submissionsUri, nonce, expiresAtSeconds: exp, transaction: data, transactionText: raw };
}

function readJson(payload: Bytes): unknown {
  try {
    return parseStrictJson(payload);
  } catch {
    throw new AppError('invalid_request');
  }
}
