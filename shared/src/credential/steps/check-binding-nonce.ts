import { AppError } from '../../errors/index.ts';
import { type CredentialContext, given } from './step.ts';

/** V19. The nonce is the one that this request carried. Not checked: that it was not used before, which whoever stores it does. @throws AppError `nonce_invalid` @see OpenID4VP 1.0, section 14.1.2 */
export function checkBindingNonce({ bound }: CredentialContext): void {
  const { binding, wanted } = given(bound);
  if (binding.payload['nonce'] !== wanted.nonce) throw new AppError('nonce_invalid');
}
