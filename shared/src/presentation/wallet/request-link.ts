import { AppError } from '../../errors/index.ts';
import { limits } from '../limits.ts';
import { breaksRule } from './received-request.ts';

/** A link by which a page calls a wallet. Either `request` or `requestUri` stands, never both. */
export type RequestLink = {
  readonly clientId: string;
  /** The request object itself. */
  readonly request: string | undefined;
  readonly requestUri: string | undefined;
  readonly method: 'GET' | 'POST';
};

/** Schemes under which a link is for a wallet. @see OpenID4VP 1.0, section 13.1.2; HAIP 1.0, section 5.1 */
export const requestSchemes = ['openid4vp', 'haip-vp', 'eudi-openid4vp'] as const;

/**
 * What `uri` asks for. Requests whose parameters stand in the link itself are refused, since nobody signed them.
 * @throws AppError `invalid_request`
 * @see OpenID4VP 1.0, sections 5.1 (`request_uri_method`) and 5.10; RFC 9101, section 5
 */
export function parseRequestLink(uri: string): RequestLink {
  if (uri.length > limits.requestBytes) throw new AppError('invalid_request', { what: 'size', limit: limits.requestBytes });
  const scheme = requestSchemes.find((each) => uri.toLowerCase().startsWith(`${each}:`));
  if (scheme === undefined || !URL.canParse(uri)) throw breaksRule('W2', 'scheme');
  const parameters = [...new URL(uri).searchParams];
  const named = new Map(parameters);
  if (named.size !== parameters.length) throw breaksRule('W2', 'repeated');
  const clientId = named.get('client_id');
  const request = named.get('request');
  const requestUri = named.get('request_uri');
  if (clientId === undefined) throw breaksRule('W2', 'client_id');
  // W5: without a request object there is no signature.
  if ((request === undefined) === (requestUri === undefined)) throw breaksRule('W5', 'request_uri');
  return { clientId, request, requestUri, method: readMethod(named, requestUri) };
}

function readMethod(named: ReadonlyMap<string, string>, requestUri: string | undefined): 'GET' | 'POST' {
  const method = named.get('request_uri_method');
  if (method === undefined) return 'GET';
  if (requestUri === undefined || (method !== 'get' && method !== 'post')) throw breaksRule('W2', 'request_uri_method');
  return method === 'get' ? 'GET' : 'POST';
}
