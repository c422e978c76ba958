import type { JsonObject } from '../../credential/index.ts';
import { runSteps } from '../../credential/steps/run-steps.ts';
import { given } from '../../credential/steps/step.ts';
import { closingSteps, openingSteps } from './response-steps.ts';
import type { ExpectedAnswer, ResponseContext, VerifyResponsePorts } from './steps/context.ts';
import { type VerifiedPresentation, verifyVpToken } from './verify-vp-token.ts';

/** `declined`: the wallet says no. Its word for why is data, not to be believed. */
export type VerifiedResponse =
  | { readonly kind: 'verified'; readonly presentations: readonly VerifiedPresentation[] }
  | { readonly kind: 'declined'; readonly error: string };

/**
 * The whole of it, from the parameters of a response (`data` of the DigitalCredential, or the members of a posted form)
 * to claims that may be believed: every rule from V1 to V29, in the lists of `response-steps.ts`, `credentialSteps` and
 * `keyBindingSteps`. The request is closed when all held, and when the wallet says no.
 * @throws AppError of the first rule that does not hold, its `rule` and `step` in the facts; the request then stays open
 * @see OpenID4VP 1.0, section 8
 */
export async function verifyResponse(
  parameters: JsonObject,
  expected: ExpectedAnswer,
  ports: VerifyResponsePorts,
): Promise<VerifiedResponse> {
  const context: ResponseContext = { parameters, expected, ports };
  const opening = await runSteps(openingSteps, context);
  const opened = given(context.opened);
  if (opened.kind === 'error') {
    await runSteps(closingSteps, context);
    return { kind: 'declined', error: opened.error };
  }
  const presentations = await verifyVpToken(opened.vpToken, expected, ports);
  const closing = await runSteps(closingSteps, context);
  return { kind: 'verified', presentations: presentations.map((each) => ({ ...each, steps: [...opening, ...each.steps, ...closing] })) };
}
