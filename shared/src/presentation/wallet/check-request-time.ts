import { AppError } from '../../errors/index.ts';
import { breaksRule, type ReceivedRequest } from './received-request.ts';

const skewSeconds = 60;

/** A request that says until when it holds is not answered later; one minute of difference between clocks is let pass. @throws AppError `request_expired`, `invalid_request` @see RFC 7519, section 4.1.4 */
export function checkRequestTime({ parameters }: ReceivedRequest, now: Date): void {
  const expiry = parameters['exp'];
  if (expiry === undefined) return;
  if (typeof expiry !== 'number') throw breaksRule('RFC 9101', 'exp');
  if (now.getTime() / 1000 >= expiry + skewSeconds) throw new AppError('request_expired');
}
