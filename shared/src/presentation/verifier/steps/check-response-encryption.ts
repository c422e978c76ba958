import { openResponse } from '../open-response.ts';
import type { ResponseContext } from './context.ts';

/**
 * V26. Where a key went with the request the answer is encrypted to that key, by its own algorithm, and names it; a plain
 * one is refused. @throws AppError `jwe_decrypt_failed`, `vp_token_malformed` @see OpenID4VP 1.0, sections 8.2, 8.3 and 8.5
 */
export async function checkResponseEncryption(context: ResponseContext): Promise<void> {
  context.opened = await openResponse(context.parameters, context.expected.decryptionKey);
}
