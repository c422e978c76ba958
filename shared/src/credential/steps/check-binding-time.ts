import { AppError } from '../../errors/index.ts';
import { type CredentialContext, given } from './step.ts';

/** How old a key binding may be, and how far in the future its clock may lie. */
export const bindingAgeSeconds = { past: 300, future: 60 } as const;

/** V18. `iat` lies within the last five minutes or the next one; `exp`, where present, is not past. @throws AppError `kb_invalid` @see RFC 9901, section 7.3, step 5.d */
export function checkBindingTime({ bound, expected }: CredentialContext): void {
  const now = expected.at.getTime() / 1000;
  const { iat, exp } = given(bound).binding.payload;
  const isRecent = typeof iat === 'number' && iat >= now - bindingAgeSeconds.past && iat <= now + bindingAgeSeconds.future;
  if (!isRecent) throw new AppError('kb_invalid', { what: 'iat' });
  if (exp !== undefined && !(typeof exp === 'number' && now < exp)) throw new AppError('kb_invalid', { what: 'exp' });
}
