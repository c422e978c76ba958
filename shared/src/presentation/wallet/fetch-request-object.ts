import { encodeBase64Url } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { findAgencyByCertificateHash, isRegisteredAddress } from '../../trust/index.ts';
import { readX509Hash } from '../client-id.ts';
import { limits } from '../limits.ts';
import { checkIsAtHome } from './check-request-origin.ts';
import type { FetchedRequest, ReadRequestPorts } from './presentation-request.ts';
import type { RequestLink } from './request-link.ts';

const mediaType = 'application/oauth-authz-req+jwt';
const timeoutMs = 5000;

/** What this wallet can do; nothing that tells one citizen from another. @see OpenID4VP 1.0, section 10 */
const walletMetadata = JSON.stringify({
  vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } },
  client_id_prefixes_supported: ['x509_hash'],
  request_object_signing_alg_values_supported: ['ES256'],
  authorization_encryption_alg_values_supported: ['ECDH-ES'],
  authorization_encryption_enc_values_supported: ['A128GCM', 'A256GCM'],
});

/**
 * W12: the request object that a link points to. Only an address that the trust list registers for the link's client id
 * is visited, so no byte goes to any other, private ones included, and only for a tab at the agency's own origin (W17);
 * nothing personal is sent, and no redirect followed. With POST a fresh nonce goes along, which the request must repeat.
 * @throws AppError `verifier_not_trusted`, `request_origin_mismatch`, `request_uri_blocked` (an address or an answer that is not the agency's to give), `request_uri_unreachable`
 * @see OpenID4VP 1.0, sections 5.10 and 5.11
 */
export async function fetchRequestObject(
  { clientId, requestUri = '', method }: RequestLink,
  tabOrigin: string,
  ports: ReadRequestPorts,
): Promise<FetchedRequest> {
  const agency = findAgencyByCertificateHash(ports.trust, readX509Hash(clientId) ?? '');
  if (agency === undefined) throw new AppError('verifier_not_trusted');
  checkIsAtHome(agency, tabOrigin);
  if (!isRegisteredAddress(agency, 'request', requestUri)) throw new AppError('request_uri_blocked', { what: 'address' });
  const walletNonce = method === 'POST' ? encodeBase64Url(ports.randomBytes(16)) : null;
  const form = walletNonce === null ? {} : { form: { wallet_nonce: walletNonce, wallet_metadata: walletMetadata } };
  const request = { url: requestUri, method, accept: mediaType, maxBytes: limits.requestBytes, timeoutMs, ...form };
  const answer = await ports.fetchText(request).catch((cause: unknown) => {
    throw judgeFailure(cause);
  });
  if (answer.status !== 200) throw new AppError('request_uri_unreachable', { status: answer.status });
  if (answer.contentType !== mediaType) throw new AppError('request_uri_blocked', { what: 'content-type' });
  return { requestObject: answer.text, walletNonce };
}

/** An answer of no fit size, or that is held back, is as little a request object as one of another kind; who does not answer at all can be asked again. */
function judgeFailure(cause: unknown): AppError {
  if (!(cause instanceof AppError)) return new AppError('request_uri_unreachable', {}, { cause });
  if (cause.code === 'body_too_large') return new AppError('request_uri_blocked', { what: 'size' }, { cause });
  if (cause.code !== 'unavailable') return cause;
  return cause.facts['why'] === 'timeout'
    ? new AppError('request_uri_blocked', { what: 'time' }, { cause })
    : new AppError('request_uri_unreachable', {}, { cause });
}
