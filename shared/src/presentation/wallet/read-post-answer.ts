import { isJsonObject } from '../../credential/index.ts';
import { type Json, parseStrictJson } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { isRegisteredAddress } from '../../trust/index.ts';
import type { PresentationRequest } from './presentation-request.ts';

/**
 * Where the tab goes on after a posted answer; null when the agency named no address. W17: only to an address that is registered for the agency.
 * @throws AppError `invalid_request`, `request_uri_blocked`
 * @see OpenID4VP 1.0, section 8.2
 */
export function readPostAnswer(text: string, { verifier }: PresentationRequest): { readonly redirectUri: string | null } {
  const answer = parseAnswer(text);
  const redirectUri = isJsonObject(answer) ? answer['redirect_uri'] : undefined;
  if (redirectUri === undefined) return { redirectUri: null };
  const agency = verifier.kind === 'registered' ? verifier.agency : undefined;
  if (typeof redirectUri !== 'string' || !agency || !isRegisteredAddress(agency, 'redirect', redirectUri))
    throw new AppError('request_uri_blocked', { rule: 'W17', what: 'redirect_uri' });
  return { redirectUri };
}

function parseAnswer(text: string): Json {
  try {
    return parseStrictJson(text);
  } catch (cause) {
    throw new AppError('invalid_request', { what: 'answer' }, { cause });
  }
}
