import type { CredentialStatus } from '../../credential/index.ts';
import { runSteps } from '../../credential/steps/run-steps.ts';
import { given } from '../../credential/steps/step.ts';
import type { Json } from '../../encoding/index.ts';
import type { Members } from '../claim-path.ts';
import { answerSteps, policySteps, statusSteps, vpTokenSteps } from './response-steps.ts';
import type { ExpectedResponse, PresentationContext, VerifiedDocument, VerifyVpTokenPorts, VpTokenContext } from './steps/context.ts';
import { verifyPresentation } from './verify-presentation.ts';

/** A presentation that kept every rule. */
export type VerifiedPresentation = {
  readonly queryId: string;
  /** The claims that were asked, and no others: what was disclosed beyond them is dropped. An mdoc's by namespace. */
  readonly claims: Members;
  /** As of when it was valid; null where the issuer keeps no status. */
  readonly status: CredentialStatus | null;
  /** Names of the rules that held, in the order in which they were checked. */
  readonly steps: readonly string[];
  // The whole credential as shown, for what stands in it in the open.
} & VerifiedDocument;

/**
 * Every presentation of a vp_token, verified: the rules of `response-steps.ts` but those of the response around it, and
 * for each presentation the rules of its format (`verifyPresentation`). The first that fails rejects the whole.
 * Not checked: that the response was encrypted (V26), and that nonce and state are used once (V27); `verifyResponse` does.
 * @throws AppError `vp_token_malformed`, `transaction_data_mismatch`, `query_not_satisfied`, and what `verifyPresentation` and `checkStatus` throw
 * @see OpenID4VP 1.0, section 8.6
 */
export async function verifyVpToken(
  vpToken: Json,
  expected: ExpectedResponse,
  ports: VerifyVpTokenPorts,
): Promise<readonly VerifiedPresentation[]> {
  const context: VpTokenContext = { vpToken, expected, verified: [] };
  const before = await runSteps(vpTokenSteps, context);
  const steps: (readonly string[])[] = [];
  for (const presentation of listPresentations(context, ports)) {
    context.verified.push(presentation);
    steps.push(await verifyOne(presentation));
  }
  const after = await runSteps(answerSteps, context);
  return joinResults(context, (at) => [...before, ...(steps[at] ?? []), ...after]);
}

function listPresentations({ presentations, authorised, expected }: VpTokenContext, ports: VerifyVpTokenPorts): PresentationContext[] {
  return [...given(presentations)].flatMap(([id, texts]) =>
    texts.map((text, at) => {
      const asked = given(expected.query.credentials.find((each) => each.id === id));
      // A query that let two presentations answer one id leaves the transaction to the first of them.
      const transactionData = at === 0 ? (given(authorised).get(id) ?? []) : [];
      return { text, asked, transactionData, expected, ports };
    }),
  );
}

async function verifyOne(context: PresentationContext): Promise<readonly string[]> {
  const policy = await runSteps(policySteps, context);
  context.document = await verifyPresentation(context);
  const status = await runSteps(statusSteps, context);
  const { credential } = context.document;
  return [...policy, ...credential.steps, ...(credential.status === null ? [] : status)];
}

function joinResults({ verified, claims }: VpTokenContext, stepsOf: (at: number) => readonly string[]): readonly VerifiedPresentation[] {
  const seen = new Map<string, number>();
  return verified.map(({ asked, document, status = null }, at) => {
    const index = seen.get(asked.id) ?? 0;
    seen.set(asked.id, index + 1);
    const found = given(claims).get(asked.id)?.[index];
    return { queryId: asked.id, claims: given(found), status, steps: stepsOf(at), ...given(document) };
  });
}
