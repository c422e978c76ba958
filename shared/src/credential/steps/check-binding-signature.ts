import { AppError } from '../../errors/index.ts';
import { checkJwsAlgorithm, isJwsSignedBy } from '../jws.ts';
import type { KeyBindingContext } from './step.ts';

/** V16. The key binding is signed with ES256 by the key that the credential names. @throws AppError `kb_invalid` @see RFC 9901, section 7.3, steps 5.b and 5.c */
export async function checkBindingSignature({ binding, holderKey, ports }: KeyBindingContext): Promise<void> {
  checkJwsAlgorithm(binding.jws.header, 'kb_invalid');
  if (!(await isJwsSignedBy(binding.jws, holderKey, ports.verifyP256))) throw new AppError('kb_invalid', { what: 'signature' });
}
