import { credentialSteps, keyBindingSteps } from '../../../credential/index.ts';
import { given } from '../../../credential/steps/step.ts';
import { AppError } from '../../../errors/index.ts';
import { deviceSteps, issuerSteps } from '../../../mdoc/index.ts';
import type { PresentationContext, VpTokenContext } from './context.ts';

/**
 * V29. Nothing of an answer counts unless all of it does: every presentation that was sent went through every rule of
 * its format, and through those of key binding and status where they are due. The first rule that fails has thrown
 * already; this one sees to it that none was passed by.
 * @throws AppError `query_not_satisfied` @see OpenID4VP 1.0, section 8.6
 */
export function checkWhole({ presentations, verified }: VpTokenContext): void {
  const sent = [...given(presentations).values()].flat();
  const isWhole = sent.length === verified.length && verified.every((each, at) => each.text === sent[at] && wentThroughAll(each));
  if (!isWhole) throw new AppError('query_not_satisfied', { what: 'whole' });
}

function wentThroughAll({ document, keyBinding, status }: PresentationContext): boolean {
  if (document === undefined || keyBinding === undefined || status === undefined) return false;
  const { credential, format } = document;
  const binding = keyBinding === null ? [] : keyBindingSteps;
  const due = format === 'mso_mdoc' ? [...issuerSteps, ...deviceSteps] : [...credentialSteps, ...binding];
  const isStatusKnown = credential.status === null || status !== null;
  return isStatusKnown && due.every(({ name }) => credential.steps.includes(name));
}
