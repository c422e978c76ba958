import { readClientIdPrefix, readX509Hash } from '../client-id.ts';
import { breaksRule } from './received-request.ts';

/**
 * W6: nobody may call itself by the prefix `origin:`, which is the browser's to give. W5: of the prefixes that need a
 * signature this wallet knows `x509_hash`; the others, and names without a prefix, are refused.
 * @returns the hash in the client id
 * @throws AppError `invalid_request`
 * @see OpenID4VP 1.0, section 5.9.3; HAIP 1.0, section 5
 */
export function checkSignedClientId(clientId: unknown): { readonly clientId: string; readonly hash: string } {
  if (typeof clientId !== 'string') throw breaksRule('W5', 'client_id');
  if (readClientIdPrefix(clientId) === 'origin') throw breaksRule('W6', 'client_id');
  const hash = readX509Hash(clientId);
  if (hash === undefined) throw breaksRule('W5', 'client_id');
  return { clientId, hash };
}

/** W2: the client id beside the request object, where there is one, is that of the request object, prefix included. @throws AppError `invalid_request` @see OpenID4VP 1.0, section 5.10.1 */
export function checkOuterClientId(outer: string | undefined, inner: string | null): void {
  if (outer !== undefined && outer !== inner) throw breaksRule('W2', 'client_id');
}
