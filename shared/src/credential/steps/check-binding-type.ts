import { checkJwsHeader } from '../jws.ts';
import type { KeyBindingContext } from './step.ts';

/** V17. The key binding's `typ` is `kb+jwt`, and it names no key of its own. @throws AppError `kb_invalid` @see RFC 9901, section 4.3 */
export function checkBindingType({ binding }: KeyBindingContext): void {
  checkJwsHeader(binding.jws, { code: 'kb_invalid', typ: 'kb+jwt' });
}
