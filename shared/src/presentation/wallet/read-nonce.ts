import { limits } from '../limits.ts';
import { breaksRule, type ReceivedRequest, readText } from './received-request.ts';

const urlSafe = /^[A-Za-z0-9\-._~]*$/;

/** The nonce that binds the answer to this request: URL-safe characters, 16 at least. @throws AppError `invalid_request` @see OpenID4VP 1.0, section 5.2 */
export function readNonce({ parameters }: ReceivedRequest): string {
  const nonce = readText(parameters, 'nonce', 'section 5.2') ?? '';
  if (nonce.length < limits.nonceMinCharacters || nonce.length > limits.nonceMaxCharacters || !urlSafe.test(nonce))
    throw breaksRule('section 5.2', 'nonce');
  return nonce;
}

/** The state to give back with a posted answer. W15: over the Digital Credentials API there is none, whatever the request says. @throws AppError `invalid_request` */
export function readState({ channel, parameters }: ReceivedRequest): string | null {
  if (channel === 'dc_api') return null;
  const state = readText(parameters, 'state', 'section 5.2');
  if (state !== undefined && (state.length > limits.nonceMaxCharacters || !urlSafe.test(state))) throw breaksRule('section 5.2', 'state');
  return state ?? null;
}
