import { makeOriginAudience } from '../client-id.ts';
import { checkOuterClientId } from './check-client-id.ts';
import { checkLookAlike } from './check-look-alike.ts';
import { checkExpectedOrigins } from './check-request-origin.ts';
import { checkRequestTime } from './check-request-time.ts';
import { checkWalletNonce } from './check-wallet-nonce.ts';
import { identifyVerifier } from './identify-verifier.ts';
import type { PresentationRequest, ReadRequestPorts, RequestSource } from './presentation-request.ts';
import { readNonce, readState } from './read-nonce.ts';
import { readQuery } from './read-query.ts';
import { readResponseRoute } from './read-response-route.ts';
import { readTransactionData } from './read-transaction-data.ts';
import { receiveRequest } from './receive-request.ts';

/**
 * The request that `source` carries, after every check that can be made before the citizen is asked. The rules stand in
 * the order in which they are checked, each in its file; W1, W6 and W17 are part of W5, for each signature. Parameters that no
 * line here reads are ignored, `iss` (W3) and, over the Digital Credentials API, `state` (W15) among them.
 * Not checked: whether the wallet holds what is asked, and whether the asker is registered for every claim.
 * @throws AppError `invalid_request`, `invalid_transaction_data`, `request_signature_invalid`, `verifier_not_trusted`,
 * `lookalike_origin`, `request_origin_mismatch`, `request_uri_blocked`, `request_uri_unreachable`, `request_expired`,
 * `too_much_asked`, `encryption_key_unusable`
 */
export async function readPresentationRequest(source: RequestSource, ports: ReadRequestPorts): Promise<PresentationRequest> {
  checkLookAlike(ports.trust, source.origin);
  const received = await receiveRequest(source, ports); // W2, W12, W16
  const { verifier, clientId } = await identifyVerifier(received, ports); // W1, W5, W6, W17
  checkOuterClientId(received.outerClientId, clientId); // W2
  checkWalletNonce(received); // W4
  checkRequestTime(received, ports.now());
  checkExpectedOrigins(received); // W13
  const response = readResponseRoute(received, verifier); // W7, W11
  const query = readQuery(received); // W8
  const transactionData = readTransactionData(received, query, source); // W9
  return {
    channel: received.channel,
    origin: received.origin,
    verifier,
    clientId,
    audience: clientId === null || received.channel === 'dc_api' ? makeOriginAudience(received.origin) : clientId, // V20
    nonce: readNonce(received),
    state: readState(received),
    query,
    transactionData,
    response,
    requestObject: received.requestObject,
  };
}
