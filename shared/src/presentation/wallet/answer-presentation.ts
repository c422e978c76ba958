import type { JsonObject } from '../../credential/index.ts';
import { encryptResponse } from '../response-encryption.ts';
import { type Disclosure, type PresentPorts, presentCredentials, type VpToken } from './present-credentials.ts';
import type { PresentationRequest } from './presentation-request.ts';

/** An answer, ready to go. */
export type PresentationAnswer =
  /** `data` of the DigitalCredential that the page's promise is fulfilled with. */
  | { readonly kind: 'dc_api'; readonly data: JsonObject }
  /** To be posted form-encoded, with no redirect followed; see `readPostAnswer` for what comes back. */
  | { readonly kind: 'post'; readonly uri: string; readonly form: Readonly<Record<string, string>> }
  /** To be put into a submission's envelope. */
  | { readonly kind: 'submission'; readonly vpToken: VpToken };

/**
 * The answer that shows exactly `disclosures`, on the way that the request asked for: encrypted to the verifier's key
 * where the mode says so, with the state inside.
 * @throws AppError what `presentCredentials` throws
 * @see OpenID4VP 1.0, sections 8.1 to 8.3 and appendix A.4
 */
export async function answerPresentation(
  request: PresentationRequest,
  disclosures: readonly Disclosure[],
  ports: PresentPorts,
): Promise<PresentationAnswer> {
  const vpToken = await presentCredentials(request, disclosures, ports);
  if (request.channel === 'submission') return { kind: 'submission', vpToken };
  const { encryption, uri } = request.response;
  const state = request.state === null ? {} : { state: request.state };
  const sealed = encryption === null ? null : { response: await encryptResponse({ vp_token: vpToken, ...state }, encryption) };
  if (uri === null) return { kind: 'dc_api', data: sealed ?? { vp_token: vpToken } };
  return { kind: 'post', uri, form: sealed ?? { vp_token: JSON.stringify(vpToken), ...state } };
}

/**
 * The answer that says no. A refusal and a missing document look the same. Null where the page is told by the Digital
 * Credentials API itself (NotAllowedError), and where nobody waits for an answer.
 * @see OpenID4VP 1.0, section 8.5 (`access_denied`)
 */
export function declinePresentation({ response, state, channel }: PresentationRequest): PresentationAnswer | null {
  if (channel !== 'link' || response.uri === null) return null;
  return { kind: 'post', uri: response.uri, form: { error: 'access_denied', ...(state === null ? {} : { state }) } };
}
