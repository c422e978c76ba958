import { isJsonObject, type JsonObject, parseCompactJws, parseJwsPayload } from '../../credential/index.ts';
import { encodeUtf8, type Json, parseStrictJson } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import { limits } from '../limits.ts';
import { checkLookAlike } from './check-look-alike.ts';
import { fetchRequestObject } from './fetch-request-object.ts';
import type { FetchedRequest, ReadRequestPorts, RequestSource } from './presentation-request.ts';
import { readMultiSigned } from './read-multi-signed.ts';
import { breaksRule, type ReceivedRequest } from './received-request.ts';
import { parseRequestLink } from './request-link.ts';

const code = 'invalid_request';

/**
 * The request as it arrived, whichever way, within the limits; fetched when a link says where it is.
 * W16: the protocols `openid4vp-v1-unsigned`, `-signed` and `-multisigned`, and no other.
 * @throws AppError `invalid_request`, and what `fetchRequestObject` throws
 */
export async function receiveRequest(source: RequestSource, ports: ReadRequestPorts): Promise<ReceivedRequest> {
  switch (source.kind) {
    case 'dc_api':
      return receiveFromApi(source);
    case 'link':
      return receiveFromLink(source, ports);
    case 'submission':
      return receiveObject({ ...source, outerClientId: undefined, walletNonce: null });
  }
}

function receiveFromApi({ protocol, data, origin }: Extract<RequestSource, { kind: 'dc_api' }>): ReceivedRequest {
  const parameters = readApiData(data);
  const common = { channel: 'dc_api', origin, outerClientId: undefined, walletNonce: null } as const;
  switch (protocol) {
    case 'openid4vp-v1-unsigned':
      return { ...common, signatures: [], parameters, requestObject: null };
    case 'openid4vp-v1-signed':
      return receiveObject({ kind: 'dc_api', origin, requestObject: parameters['request'], outerClientId: undefined, walletNonce: null });
    case 'openid4vp-v1-multisigned':
      return { ...common, ...readMultiSigned(parameters['request']), requestObject: null };
    default:
      throw breaksRule('W16', 'protocol');
  }
}

type LinkSource = Extract<RequestSource, { kind: 'link' }>;

async function receiveFromLink(source: LinkSource, ports: ReadRequestPorts): Promise<ReceivedRequest> {
  const { clientId } = parseRequestLink(source.uri);
  return receiveObject({ kind: 'link', origin: source.origin, outerClientId: clientId, ...(await followRequestLink(source, ports)) });
}

/**
 * The request object that a link carries, or leads to. Nothing of it has been checked.
 * @throws AppError `invalid_request`, `lookalike_origin`, and what `fetchRequestObject` throws
 */
export async function followRequestLink({ uri, origin, fetched }: LinkSource, ports: ReadRequestPorts): Promise<FetchedRequest> {
  checkLookAlike(ports.trust, origin);
  const link = parseRequestLink(uri);
  if (link.request !== undefined) return { requestObject: link.request, walletNonce: null };
  return fetched ?? fetchRequestObject(link, origin, ports);
}

function receiveObject(args: {
  kind: RequestSource['kind'];
  origin: string;
  requestObject: Json | undefined;
  outerClientId: string | undefined;
  walletNonce: string | null;
}): ReceivedRequest {
  const { kind: channel, origin, requestObject, outerClientId, walletNonce } = args;
  if (typeof requestObject !== 'string') throw breaksRule('W2', 'request');
  const jws = parseCompactJws(requestObject, { code, maxLength: limits.requestBytes });
  const parameters = parseJwsPayload(jws, code);
  return {
    channel,
    origin,
    outerClientId,
    walletNonce,
    requestObject,
    parameters,
    signatures: [{ jws, clientId: parameters['client_id'] }],
  };
}

/** What a page handed over, as JSON of our own reading: at most 64 KiB, no name that every object inherits. */
function readApiData(data: unknown): JsonObject {
  const text = typeof data === 'object' && data !== null ? JSON.stringify(data) : '';
  if (encodeUtf8(text).length > limits.requestBytes) throw new AppError(code, { what: 'size', limit: limits.requestBytes });
  const value = parseStrictJson(text === '' ? 'null' : text);
  if (!isJsonObject(value)) throw breaksRule('W16', 'data');
  return value;
}
