import { createDpopProof } from '../dpop.ts';
import { type HttpAnswer, type HttpRequest, readErrorCode } from '../http-port.ts';
import type { HolderKey } from '../key-proof.ts';
import type { IssuanceClientPorts } from './client-ports.ts';

/** By what a request is bound to the wallet: `key` null where the issuer binds no tokens. */
export type Binding = { readonly key: HolderKey | null; readonly accessToken?: string };

/**
 * Sends the request with its token, and under DPoP where tokens are bound. A server that wants its own nonce in the proof
 * is asked once more, with that nonce.
 * @see RFC 9449, sections 4, 7.1, 8 and 9
 */
export async function sendBound(
  request: HttpRequest,
  binding: Binding,
  ports: Pick<IssuanceClientPorts, 'sendHttp' | 'randomBytes' | 'sha256' | 'now'>,
): Promise<HttpAnswer> {
  const first = await send(request, binding, ports);
  const nonce = binding.key && wantsNonce(first) ? first.dpopNonce : undefined;
  return nonce === undefined ? first : send(request, binding, ports, nonce);
}

async function send(request: HttpRequest, { key, accessToken }: Binding, ports: Parameters<typeof sendBound>[2], nonce?: string) {
  const { url, method } = request;
  const order = key && { key, method, url, at: ports.now(), ...(accessToken !== undefined && { accessToken }), ...(nonce && { nonce }) };
  const headers = {
    ...request.headers,
    ...(order && { dpop: await createDpopProof(order, ports) }),
    ...(accessToken !== undefined && { authorization: `${key ? 'DPoP' : 'Bearer'} ${accessToken}` }),
  };
  return ports.sendHttp({ ...request, headers });
}

/** An endpoint that takes tokens says why in a header of its own, and need not say it in the body. */
function wantsNonce({ status, dpopNonce, bytes }: HttpAnswer): boolean {
  if (dpopNonce === undefined || (status !== 400 && status !== 401)) return false;
  const code = readErrorCode(bytes);
  return code === 'use_dpop_nonce' || (status === 401 && code === undefined);
}
