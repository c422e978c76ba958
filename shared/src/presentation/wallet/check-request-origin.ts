import { AppError } from '../../errors/index.ts';
import type { TrustedAgency } from '../../trust/index.ts';
import { breaksRule, type ReceivedRequest } from './received-request.ts';

/**
 * W13: a signed request over the Digital Credentials API names the origins that may make it, and the page's, as the
 * browser gives it, is among them, character by character. So a request that one site got cannot be replayed by another.
 * @throws AppError `invalid_request` when it names none; `request_origin_mismatch`
 * @see OpenID4VP 1.0, appendix A.2
 */
export function checkExpectedOrigins({ channel, signatures, parameters, origin }: ReceivedRequest): void {
  if (channel !== 'dc_api' || signatures.length === 0) return;
  const expected = parameters['expected_origins'];
  if (!Array.isArray(expected) || expected.length === 0) throw breaksRule('W13', 'expected_origins');
  if (!expected.every((each) => typeof each === 'string')) throw breaksRule('W13', 'expected_origins');
  if (!expected.includes(origin)) throw new AppError('request_origin_mismatch', { rule: 'W13' });
}

/**
 * W17: a signed request is answered only where its signer is at home: the page that asked, or the tab in which the link
 * was followed, is at an origin that the trust list names for the signer. So nobody else's page can pass a request on.
 * @throws AppError `request_origin_mismatch`
 */
export function checkIsAtHome(agency: TrustedAgency, origin: string): void {
  if (!agency.origins.includes(origin)) throw new AppError('request_origin_mismatch', { rule: 'W17' });
}
