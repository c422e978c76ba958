import { given } from '../../../credential/steps/step.ts';
import type { PresentationContext } from './context.ts';

/**
 * V28. The issuer's status list says that the credential is valid. A list that cannot be had counts as a refusal: whoever
 * can keep it from us must not win by that.
 * @throws AppError as `CheckStatus` @see Token Status List draft-21, section 8.3
 */
export async function checkStatus(context: PresentationContext): Promise<void> {
  const { status, issuer } = given(context.document).credential;
  context.status = status === null ? null : await context.ports.checkStatus(status, { issuer, whenUnreachable: 'refuse' });
}
