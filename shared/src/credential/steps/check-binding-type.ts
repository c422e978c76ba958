import { checkJwsHeader } from '../jws.ts';
import { type CredentialContext, given } from './step.ts';

/** V17. The key binding's `typ` is `kb+jwt`, and it names no key of its own. @throws AppError `kb_invalid` @see RFC 9901, section 4.3 */
export function checkBindingType({ bound }: CredentialContext): void {
  checkJwsHeader(given(bound).binding.jws, { code: 'kb_invalid', typ: 'kb+jwt' });
}
