import type { Sha256 } from '../credential/index.ts';
import { buildApiTranscript, buildPostTranscript, type SessionTranscript, type ThumbprintKey } from '../mdoc/index.ts';

/** The way that an answer takes, as far as the device of an mdoc signs it. `encryptionKey`: null where the answer travels in plain. */
export type AnswerWay = { readonly encryptionKey: ThumbprintKey | null } & (
  | { readonly kind: 'dc_api'; readonly origin: string }
  | { readonly kind: 'post'; readonly clientId: string; readonly responseUri: string }
);

/** What the device of an mdoc signs for a request with this nonce that is answered this way. @see OpenID4VP 1.0, appendix B.2.6 */
export function buildTranscript(way: AnswerWay, nonce: string, sha256: Sha256): Promise<SessionTranscript> {
  return way.kind === 'dc_api' ? buildApiTranscript({ ...way, nonce }, sha256) : buildPostTranscript({ ...way, nonce }, sha256);
}
