import type { Step } from '../../credential/steps/step.ts';
import { checkAuthorisation } from './steps/check-authorisation.ts';
import { checkOneUse } from './steps/check-one-use.ts';
import { checkQuery } from './steps/check-query.ts';
import { checkResponseEncryption } from './steps/check-response-encryption.ts';
import { checkStatus } from './steps/check-status.ts';
import { checkVpTokenShape } from './steps/check-vp-token-shape.ts';
import { checkWhole } from './steps/check-whole.ts';
import { chooseBindingPolicy } from './steps/choose-binding-policy.ts';
import type { PresentationContext, ResponseContext, VpTokenContext } from './steps/context.ts';

// The rules of an answer, list after list in the order in which they are checked. With `credentialSteps` and
// `keyBindingSteps` they are V1 to V29, each once.

export const openingSteps: readonly Step<ResponseContext>[] = [{ rule: 'V26', name: 'encryption', check: checkResponseEncryption }];

export const vpTokenSteps: readonly Step<VpTokenContext>[] = [
  { rule: 'V24', name: 'vp_token', check: checkVpTokenShape },
  { rule: 'V23', name: 'authorisation', check: checkAuthorisation },
];

/** For each presentation, before the rules of its own format (of an SD-JWT VC V1 to V13, V15 to V22). */
export const policySteps: readonly Step<PresentationContext>[] = [{ rule: 'V14', name: 'binding_policy', check: chooseBindingPolicy }];

/** For each presentation, after them. */
export const statusSteps: readonly Step<PresentationContext>[] = [{ rule: 'V28', name: 'status', check: checkStatus }];

export const answerSteps: readonly Step<VpTokenContext>[] = [
  { rule: 'V25', name: 'query', check: checkQuery },
  { rule: 'V29', name: 'whole', check: checkWhole },
];

export const closingSteps: readonly Step<ResponseContext>[] = [{ rule: 'V27', name: 'one_use', check: checkOneUse }];
