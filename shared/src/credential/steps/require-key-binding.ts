import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { type P256PublicJwk, parseP256PublicJwk } from '../crypto-ports.ts';
import { isJsonObject } from '../jws.ts';
import type { CredentialContext } from './step.ts';

/**
 * V15. A key binding that is asked for is there, and the credential says whose key it is bound to.
 * @throws AppError `kb_invalid` @see RFC 9901, section 7.3, steps 1 and 2
 */
export function requireKeyBinding(context: CredentialContext): void {
  const { sdJwt, expected, holderKey } = context;
  if (expected.keyBinding === null) return;
  if (!sdJwt.keyBinding) throw new AppError('kb_invalid', { what: 'missing' });
  if (!holderKey) throw new AppError('kb_invalid', { what: 'cnf' });
  context.bound = { binding: sdJwt.keyBinding, wanted: expected.keyBinding, holderKey };
}

/** The key in `cnf`, or null where there is none that we can use. @see RFC 7800, section 3.2 */
export function readHolderKey(cnf: Json | undefined): P256PublicJwk | null {
  try {
    return parseP256PublicJwk(isJsonObject(cnf) ? cnf['jwk'] : undefined);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
