import { isJsonObject, type JsonObject } from '../../credential/index.ts';
import { type Json, parseStrictJson } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { type DecryptionKey, decryptResponse } from '../response-encryption.ts';

/** What a wallet sent: presentations, or a code that says why not (it is the wallet's word; treat it as data). */
export type OpenedResponse =
  | { readonly kind: 'vp_token'; readonly vpToken: Json; readonly state: string | null }
  | { readonly kind: 'error'; readonly error: string };

/**
 * V26. The response parameters (`data` of the DigitalCredential, or the members of a posted form) opened. Where a key was
 * asked to be used, a plain answer is refused: only an error may come unencrypted.
 * @param key the fresh key of this one request; null where no encryption was asked for
 * @throws AppError `jwe_decrypt_failed`, `vp_token_malformed`
 * @see OpenID4VP 1.0, sections 8.2, 8.3 and 8.5
 */
export async function openResponse(parameters: JsonObject, key: DecryptionKey | null): Promise<OpenedResponse> {
  const { error, response } = parameters;
  if (typeof error === 'string' && response === undefined) return { kind: 'error', error };
  if (key === null) return readPlain(parameters);
  if (typeof response !== 'string') throw new AppError('jwe_decrypt_failed');
  return readPlain(await decryptResponse(response, key));
}

function readPlain(parameters: JsonObject): OpenedResponse {
  const { error, vp_token: vpToken, state } = parameters;
  if (typeof error === 'string') return { kind: 'error', error };
  if (vpToken === undefined || (state !== undefined && typeof state !== 'string')) throw new AppError('vp_token_malformed');
  return { kind: 'vp_token', vpToken: typeof vpToken === 'string' ? readForm(vpToken) : vpToken, state: state ?? null };
}

/** In a form the object is JSON text. */
function readForm(text: string): Json {
  try {
    const value = parseStrictJson(text);
    if (isJsonObject(value)) return value;
  } catch (cause) {
    throw new AppError('vp_token_malformed', {}, { cause });
  }
  throw new AppError('vp_token_malformed');
}
