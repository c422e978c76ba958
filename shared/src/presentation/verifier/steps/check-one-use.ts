import { given } from '../../../credential/steps/step.ts';
import { AppError } from '../../../errors/index.ts';
import type { ResponseContext } from './context.ts';

/** 128 bits in base64url. */
const nonceMinCharacters = 22;

/**
 * V27. The answer belongs to this one request and counts once: the nonce that it was held to has 128 bits, the state is
 * the one that was sent, and of any number of answers one takes the request away. The last of all rules, so that an
 * answer that does not hold leaves the request to whom it was made for.
 * Not checked: that a response code is fresh and bound to the browser, which is for whoever hands it out.
 * @throws AppError `nonce_invalid`, `unknown_state`, `session_reused` @see OpenID4VP 1.0, sections 5.2, 8.2 and 14.1
 */
export async function checkOneUse({ opened, expected, ports }: ResponseContext): Promise<void> {
  const answer = given(opened);
  if (expected.nonce.length < nonceMinCharacters) throw new AppError('nonce_invalid', { what: 'length' });
  if (answer.kind === 'vp_token' && expected.state !== null && answer.state !== expected.state) throw new AppError('unknown_state');
  await ports.closeRequest();
}
