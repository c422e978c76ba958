import { AppError } from '../../errors/index.ts';
import { type Awaitable, after } from '../awaitable.ts';
import { checkJwsAlgorithm, isJwsSignedBy } from '../jws.ts';
import { type CredentialContext, given } from './step.ts';

/** V16. The key binding is signed with ES256 by the key that the credential names. @throws AppError `kb_invalid` @see RFC 9901, section 7.3, steps 5.b and 5.c */
export function checkBindingSignature({ bound, ports }: CredentialContext): Awaitable<void> {
  const { binding, holderKey } = given(bound);
  checkJwsAlgorithm(binding.jws.header, 'kb_invalid');
  return after(isJwsSignedBy(binding.jws, holderKey, ports.verifyP256), (isSigned) => {
    if (!isSigned) throw new AppError('kb_invalid', { what: 'signature' });
  });
}
