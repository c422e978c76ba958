import { isJwsSignedBy } from '../../credential/index.ts';
import { encodeBase64Url } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { findAgencyByCertificateHash, findAgencyByOrigin } from '../../trust/index.ts';
import type { Certificate } from '../../x509/index.ts';
import { checkSignedClientId } from './check-client-id.ts';
import { checkIsAtHome } from './check-request-origin.ts';
import { checkRequestType } from './check-request-type.ts';
import type { ReadRequestPorts, Verifier } from './presentation-request.ts';
import type { ReceivedRequest, RequestSignature } from './received-request.ts';

type Identified = { readonly verifier: Verifier; readonly clientId: string | null };

/**
 * W5: who asks. A signed request is its signer's, when one signature holds, its certificate stands under a pinned root,
 * the client id is that certificate's hash, the trust list names it and it is at home where the request came from (W17);
 * of several signatures (W16) one such is enough. An unsigned request is the page's own: what it says of its client id is
 * not looked at (W13).
 * @throws AppError `request_signature_invalid`, `verifier_not_trusted`, `request_origin_mismatch`, `invalid_request`; of several signatures the first one's error
 * @see OpenID4VP 1.0, section 5.9.3 and appendix A.3
 */
export async function identifyVerifier(received: ReceivedRequest, ports: ReadRequestPorts): Promise<Identified> {
  if (received.signatures.length === 0) return { verifier: identifyByOrigin(received.origin, ports), clientId: null };
  const refusals: unknown[] = [];
  for (const signature of received.signatures) {
    try {
      return await identifyBySignature(signature, received, ports);
    } catch (refusal) {
      refusals.push(refusal);
    }
  }
  throw refusals[0];
}

function identifyByOrigin(origin: string, { trust }: ReadRequestPorts): Verifier {
  const agency = findAgencyByOrigin(trust, origin);
  if (agency !== undefined) return { kind: 'registered', agency, proof: 'origin' };
  // A page that anyone on the way may have changed, or one without an origin of its own.
  if (!origin.startsWith('https://')) throw new AppError('verifier_not_trusted', { what: 'origin' });
  return { kind: 'unknown' };
}

async function identifyBySignature(
  { jws, clientId: stated }: RequestSignature,
  { origin }: ReceivedRequest,
  ports: ReadRequestPorts,
): Promise<Identified> {
  checkRequestType(jws);
  const { clientId, hash } = checkSignedClientId(stated);
  const agency = findAgencyByCertificateHash(ports.trust, hash);
  if (agency === undefined) throw new AppError('verifier_not_trusted', { what: 'trust_list' });
  const leaf = await verifyLeaf(jws.header['x5c'], ports);
  if (encodeBase64Url(await ports.sha256(leaf.der)) !== hash) throw new AppError('verifier_not_trusted', { what: 'x509_hash' });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, ports.verifyP256))) throw new AppError('request_signature_invalid');
  checkIsAtHome(agency, origin);
  return { verifier: { kind: 'registered', agency, proof: 'signature' }, clientId };
}

async function verifyLeaf(x5c: unknown, { verifyChain, now }: ReadRequestPorts): Promise<Certificate> {
  try {
    const { leaf } = await verifyChain(x5c, { at: now() });
    return leaf;
  } catch (cause) {
    throw new AppError('verifier_not_trusted', cause instanceof AppError ? { reason: cause.code } : {}, { cause });
  }
}
