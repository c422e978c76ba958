import type { FormDefinition } from './form-definition.ts';
import { invalidSignature } from './steps/step.ts';
import type { VerifiedSubmission } from './verify-submission.ts';

/** What is asked of a signature that holds, when others stand beside it. */
export type HeldSignature = Pick<VerifiedSubmission, 'manifestHash' | 'nationalId' | 'role'>;

/**
 * Whoever must sign a form has: every role once, each by another person, all over the same bytes. The order is free. That each
 * signature holds by itself, and is of whom its role names, is for `verifySubmission`.
 * @throws AppError `signature_invalid`; facts say `what`: `payload`, `same_person` or `role`
 */
export function checkSigners({ signers = [] }: Pick<FormDefinition, 'signers'>, held: readonly HeldSignature[]): void {
  if (held.some(({ manifestHash }) => manifestHash !== held[0]?.manifestHash)) throw invalidSignature('payload');
  if (new Set(held.map(({ nationalId }) => nationalId)).size !== held.length) throw invalidSignature('same_person');
  const isWhole = held.length === signers.length && signers.every(({ id }) => held.some(({ role }) => role === id));
  if (!isWhole) throw invalidSignature('role');
}
