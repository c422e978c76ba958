import { AppError } from '../../errors/index.ts';
import { type Awaitable, after } from '../awaitable.ts';
import { digestText } from '../sd-jwt.ts';
import { type CredentialContext, given } from './step.ts';

/** V21. `sd_hash` is the hash of exactly what was presented before the key binding. @throws AppError `kb_invalid` @see RFC 9901, sections 4.3.1 and 7.3, step 5.f */
export function checkSdHash({ bound, sdJwt, ports }: CredentialContext): Awaitable<void> {
  const { payload } = given(bound).binding;
  return after(digestText(sdJwt.presented, ports.sha256), (digest) => {
    if (payload['sd_hash'] !== digest) throw new AppError('kb_invalid', { what: 'sd_hash' });
  });
}
