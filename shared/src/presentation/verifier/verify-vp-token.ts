import type { CredentialPorts, RegisteredIssuer, StatusReference } from '../../credential/index.ts';
import type { Json } from '../../encoding/index.ts';
import type { AnswerWay } from '../answer-way.ts';
import type { Members } from '../claim-path.ts';
import type { DcqlRequest } from '../dcql.ts';
import { selectAskedClaims } from '../dcql-answer.ts';
import type { QueriedCredential } from '../dcql-match.ts';
import { assignTransactionData } from './assign-transaction-data.ts';
import { checkVpTokenShape } from './check-vp-token-shape.ts';
import { type VerifiedDocument, verifyPresentation } from './verify-presentation.ts';

/** What was asked, as the verifier kept it. Nothing here is taken from the answer. */
export type ExpectedResponse = {
  readonly query: DcqlRequest;
  readonly nonce: string;
  /** V20: the whole client id; over the Digital Credentials API `makeOriginAudience` of the page's origin. */
  readonly audience: string;
  /** How the answer came: what the device of an mdoc must have signed. Without it no mdoc is taken. */
  readonly way?: AnswerWay;
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
  /** The claims that were asked, and no others: what was disclosed beyond them is dropped. An mdoc's by namespace. */
  readonly claims: Members;
  /** Names of the rules that held, in the order in which they were checked. */
  readonly steps: readonly string[];
  // The whole credential as shown, for what stands in it in the open.
} & VerifiedDocument;

/**
 * Every presentation of a vp_token, verified. In this order: the shape (V24), which credential authorises what (V23),
 * for each presentation the rules of its format (V1 to V22, `verifyPresentation`), whose need for a binding comes from the query (V14),
 * its status (V28), then the query over all that was disclosed (V25). V29: the first check that fails rejects the whole.
 * Not checked: that the response was encrypted (V26, `openResponse`), and that nonce and state are used once (V27), which
 * only the keeper of the request can.
 * @throws AppError `vp_token_malformed`, `transaction_data_mismatch`, `query_not_satisfied`, and what `verifyPresentation` and `checkStatus` throw
 * @see OpenID4VP 1.0, section 8.6
 */
export async function verifyVpToken(
  vpToken: Json,
  expected: ExpectedResponse,
  ports: VerifyVpTokenPorts,
): Promise<readonly VerifiedPresentation[]> {
  const presentations = checkVpTokenShape(vpToken, expected.query);
  const authorised = assignTransactionData(expected.transactionData, [...presentations.keys()]);
  const verified = new Map<string, VerifiedDocument[]>();
  for (const [queryId, texts] of presentations) {
    const documents: VerifiedDocument[] = [];
    for (const [at, text] of texts.entries()) {
      const transactionData = at === 0 ? (authorised.get(queryId) ?? []) : [];
      documents.push(await verifyOne(text, { queryId, transactionData, expected }, ports));
    }
    verified.set(queryId, documents);
  }
  return joinAskedClaims(expected.query, verified);
}

type OnePresentation = {
  readonly queryId: string;
  readonly transactionData: readonly { readonly encoded: string; readonly hashAlgorithms?: readonly string[] }[];
  readonly expected: ExpectedResponse;
};

async function verifyOne(
  text: string,
  { queryId, transactionData, expected }: OnePresentation,
  ports: VerifyVpTokenPorts,
): Promise<VerifiedDocument> {
  const { query, nonce, audience, way, issuers } = expected;
  const asked = query.credentials.find((each) => each.id === queryId);
  const document = await verifyPresentation(text, { asked, nonce, audience, way, transactionData, issuers, at: ports.now() }, ports);
  const { status, issuer } = document.credential;
  if (status !== null) await ports.checkStatus(status, issuer);
  return document;
}

function joinAskedClaims(query: DcqlRequest, verified: ReadonlyMap<string, readonly VerifiedDocument[]>): readonly VerifiedPresentation[] {
  const shown = new Map([...verified].map(([queryId, documents]) => [queryId, documents.map(toQueried)]));
  const asked = selectAskedClaims(query, shown);
  return [...verified].flatMap(([queryId, documents]) =>
    documents.map((document, at) => ({
      queryId,
      claims: asked.get(queryId)?.[at] ?? {},
      ...document,
      steps: ['vp_token', ...document.credential.steps, ...(document.credential.status === null ? [] : ['status']), 'query'],
    })),
  );
}

function toQueried({ format, credential }: VerifiedDocument): QueriedCredential {
  if (format === 'mso_mdoc') return { format, docType: credential.docType, claims: credential.claims };
  return { format, vct: credential.vct, claims: credential.claims, isHolderBound: credential.holderKey !== null };
}
