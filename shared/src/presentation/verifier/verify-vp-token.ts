import {
  type CredentialPorts,
  type RegisteredIssuer,
  type StatusReference,
  type VerifiedCredential,
  verifyCredential,
} from '../../credential/index.ts';
import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import type { Members } from '../claim-path.ts';
import type { DcqlRequest } from '../dcql.ts';
import { selectAskedClaims } from '../dcql-answer.ts';
import type { QueriedCredential } from '../dcql-match.ts';
import { assignTransactionData } from './assign-transaction-data.ts';
import { checkVpTokenShape } from './check-vp-token-shape.ts';

/** What was asked, as the verifier kept it. Nothing here is taken from the answer. */
export type ExpectedResponse = {
  readonly query: DcqlRequest;
  readonly nonce: string;
  /** V20: the whole client id; over the Digital Credentials API `makeOriginAudience` of the page's origin. */
  readonly audience: string;
  readonly transactionData: readonly string[];
  /** Who may issue what: the issuers of the trust list. */
  readonly issuers: readonly RegisteredIssuer[];
};

export type VerifyVpTokenPorts = CredentialPorts & {
  readonly now: () => Date;
  /** V28: returns when the credential is valid. For sign-in it must throw when the status cannot be had (fail closed). */
  readonly checkStatus: (reference: StatusReference, issuer: string) => Promise<unknown>;
};

/** A presentation that kept every rule. */
export type VerifiedPresentation = {
  readonly queryId: string;
  /** The claims that were asked, and no others: what was disclosed beyond them is dropped. */
  readonly claims: Members;
  /** The whole credential as shown, for what stands in it in the open. */
  readonly credential: VerifiedCredential;
  /** Names of the rules that held, in the order in which they were checked. */
  readonly steps: readonly string[];
};

/**
 * Every presentation of a vp_token, verified. In this order: the shape (V24), which credential authorises what (V23),
 * for each presentation the rules of credential and key binding (V1 to V22), whose need for a binding comes from the query (V14),
 * its status (V28), then the query over all that was disclosed (V25). V29: the first check that fails rejects the whole.
 * Not checked: that the response was encrypted (V26, `openResponse`), and that nonce and state are used once (V27), which
 * only the keeper of the request can.
 * @throws AppError `vp_token_malformed`, `transaction_data_mismatch`, `query_not_satisfied`, and what `verifyCredential` and `checkStatus` throw
 * @see OpenID4VP 1.0, section 8.6
 */
export async function verifyVpToken(
  vpToken: Json,
  expected: ExpectedResponse,
  ports: VerifyVpTokenPorts,
): Promise<readonly VerifiedPresentation[]> {
  const presentations = checkVpTokenShape(vpToken, expected.query);
  const authorised = assignTransactionData(expected.transactionData, [...presentations.keys()]);
  const verified = new Map<string, VerifiedCredential[]>();
  for (const [queryId, texts] of presentations) {
    const credentials: VerifiedCredential[] = [];
    for (const [at, text] of texts.entries()) {
      const transactionData = at === 0 ? (authorised.get(queryId) ?? []) : [];
      credentials.push(await verifyPresentation(text, { queryId, transactionData, expected }, ports));
    }
    verified.set(queryId, credentials);
  }
  return joinAskedClaims(expected.query, verified);
}

type OnePresentation = {
  readonly queryId: string;
  readonly transactionData: readonly { readonly encoded: string; readonly hashAlgorithms?: readonly string[] }[];
  readonly expected: ExpectedResponse;
};

async function verifyPresentation(
  text: string,
  { queryId, transactionData, expected }: OnePresentation,
  ports: VerifyVpTokenPorts,
): Promise<VerifiedCredential> {
  const { query, nonce, audience, issuers } = expected;
  const asked = query.credentials.find((each) => each.id === queryId);
  if (asked?.format !== 'dc+sd-jwt') throw new AppError('query_not_satisfied', { rule: 'V24', what: 'format' });
  // V14: what the query asks decides, not what happens to be there.
  const isBindingAsked = asked.require_cryptographic_holder_binding !== false || transactionData.length > 0;
  const keyBinding = isBindingAsked ? { nonce, audience, transactionData } : null;
  const credential = await verifyCredential(text, { vctValues: asked.meta.vct_values ?? [], issuers, at: ports.now(), keyBinding }, ports);
  if (credential.status !== null) await ports.checkStatus(credential.status, credential.issuer);
  return credential;
}

function joinAskedClaims(
  query: DcqlRequest,
  verified: ReadonlyMap<string, readonly VerifiedCredential[]>,
): readonly VerifiedPresentation[] {
  const shown = new Map([...verified].map(([queryId, credentials]) => [queryId, credentials.map(toQueried)]));
  const asked = selectAskedClaims(query, shown);
  return [...verified].flatMap(([queryId, credentials]) =>
    credentials.map((credential, at) => ({
      queryId,
      claims: asked.get(queryId)?.[at] ?? {},
      credential,
      steps: ['vp_token', ...credential.steps, ...(credential.status === null ? [] : ['status']), 'query'],
    })),
  );
}

function toQueried({ vct, claims, holderKey }: VerifiedCredential): QueriedCredential {
  return { format: 'dc+sd-jwt', vct, claims, isHolderBound: holderKey !== null };
}
