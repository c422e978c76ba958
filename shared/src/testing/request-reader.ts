import { type JsonObject, signCompactJws } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { type FetchText, type PresentationRequest, type ReadRequestPorts, readPresentationRequest } from '../presentation/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { type PresentationWorld, testQuery } from './presentation-world.ts';

type Changes = Readonly<Record<string, Json | undefined>>;
type ApiOptions = { readonly origin?: string; readonly protocol?: string; readonly ports?: Partial<ReadRequestPorts> };
type LinkOptions = {
  readonly fetchText?: FetchText;
  readonly origin?: string;
  readonly link?: Record<string, string>;
  readonly scheme?: string;
};

/** Ways for a wallet in `world` to read what its agency, or somebody who forges it, sends. */
export type RequestReader = {
  /** A request object with members changed (`undefined` leaves one out), in ways in which the product's signer cannot. */
  forge(payload?: Changes, header?: Changes, by?: PresentationWorld): Promise<string>;
  readData(data: unknown, options?: ApiOptions): Promise<PresentationRequest>;
  readSigned(request: string | Promise<string>, options?: ApiOptions): Promise<PresentationRequest>;
  readUnsigned(parameters?: object, options?: ApiOptions): Promise<PresentationRequest>;
  readLink(requestObject: string, options?: LinkOptions): Promise<PresentationRequest>;
};

/** Media type of a request object that is fetched. */
export const requestObjectMediaType = 'application/oauth-authz-req+jwt';

/** Members that make the sound request of a world one that is answered by post. */
export const answeredByPost = { response_mode: 'direct_post', response_uri: 'https://tax.example/answer', expected_origins: undefined };

export function createRequestReader(world: PresentationWorld): RequestReader {
  const readData: RequestReader['readData'] = (data, { origin = world.origin, protocol = 'openid4vp-v1-signed', ports = {} } = {}) =>
    readPresentationRequest({ kind: 'dc_api', protocol, data, origin }, { ...world.readPorts, ...ports });
  return {
    forge: (payload = {}, header = {}, by = world) => forge(by, payload, header),
    readData,
    readSigned: async (request, options) => readData({ request: await request }, options),
    readUnsigned: (parameters = {}, options = {}) =>
      readData({ ...unsigned, ...parameters }, { protocol: 'openid4vp-v1-unsigned', ...options }),
    readLink: (requestObject, { fetchText, origin = world.origin, link = {}, scheme = 'openid4vp' } = {}) => {
      const parameters = { client_id: world.clientId, request_uri: `${world.origin}/object`, ...link };
      const fetched: FetchText = async () => ({ status: 200, contentType: requestObjectMediaType, text: requestObject });
      const uri = `${scheme}://?${new URLSearchParams(parameters)}`;
      return readPresentationRequest({ kind: 'link', uri, origin }, { ...world.readPorts, fetchText: fetchText ?? fetched });
    },
  };
}

const unsigned = { response_type: 'vp_token', response_mode: 'dc_api', nonce: 'n-0S6_WzA2Mj-0123456789', dcql_query: testQuery };

async function forge(by: PresentationWorld, payload: Changes, header: Changes): Promise<string> {
  const [, body = ''] = (await by.sign()).split('.');
  const sound = JSON.parse(Buffer.from(body, 'base64url').toString()) as JsonObject;
  const headers = drop({ typ: 'oauth-authz-req+jwt', x5c: encodeX5c([by.seal.der]), ...header });
  return signCompactJws({ header: headers, payload: drop({ ...sound, ...payload }) }, by.seal.key.sign);
}

function drop(members: Changes): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));
}
