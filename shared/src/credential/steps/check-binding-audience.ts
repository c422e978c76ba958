import { AppError } from '../../errors/index.ts';
import { type CredentialContext, given } from './step.ts';

/** V20. `aud` is one string, equal to the audience in full. @throws AppError `kb_invalid` @see OpenID4VP 1.0, sections 14.1.2 and A.4 */
export function checkBindingAudience({ bound }: CredentialContext): void {
  const { binding, wanted } = given(bound);
  if (binding.payload['aud'] !== wanted.audience) throw new AppError('kb_invalid', { what: 'aud' });
}
