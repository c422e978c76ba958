import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { type P256PublicJwk, parseP256PublicJwk } from '../crypto-ports.ts';
import { isJsonObject } from '../jws.ts';
import type { CredentialContext, KeyBindingContext, KeyBindingExpectations } from './step.ts';

/**
 * V14 and V15. The query asks for key binding, so one must be there, and the credential must say whose key it is
 * bound to. @throws AppError `kb_invalid` @see RFC 9901, section 7.3, steps 1 and 2
 */
export function requireKeyBinding(context: CredentialContext, wanted: KeyBindingExpectations): KeyBindingContext {
  const { keyBinding: binding, payload } = context.sdJwt;
  if (!binding) throw new AppError('kb_invalid', { what: 'missing' });
  const holderKey = readHolderKey(payload['cnf']);
  if (!holderKey) throw new AppError('kb_invalid', { what: 'cnf' });
  return { ...context, binding, wanted, holderKey };
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
