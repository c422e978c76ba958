import * as z from 'zod/mini';
import { createStatusChecker, type FetchStatusList, inflateZlib, type JsonObject, statusLimits } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  type AnswerWay,
  createDecryptionKey,
  type DcqlRequest,
  decryptionKey,
  makeOriginAudience,
  makeX509HashClientId,
  parseDcqlRequest,
  publishEncryptionKey,
  type RequestRoute,
  type RequestSeal,
  signRequestObject,
  verifyResponse,
} from '../presentation/index.ts';
import { decodePemCertificates } from '../x509/index.ts';
import { type AgencySeal, openAgencySeal } from './agency-seal.ts';
import { type AskedDocument, buildDocumentQuery } from './asked-documents.ts';
import { type FetchPort, fetchText } from './fetch-text.ts';
import { FollowedTrustList, type FollowPorts } from './follow-trust-list.ts';
import { describeShownDocument, type ShownDocument } from './shown-document.ts';
import { createCryptoPorts, type WebCrypto } from './web-crypto.ts';

export type VerifierOptions = {
  /** The agency's own origin, as the browser writes it. */
  readonly origin: string;
  readonly seal: AgencySeal;
  /** The roots that are believed, PEM. */
  readonly anchorsPem: string;
  /**
   * The signed trust list that you have, as text; or what `keepTrustList` was told last. From then on it is looked for
   * where it says itself, once an hour at most, and an older one is refused.
   */
  readonly trustList: string | readonly string[];
  /** Told of each newer trust list. Keep what it is told, as JSON, and open with it the next time: then an older one is refused after a restart too. */
  readonly keepTrustList?: (tokens: readonly string[]) => void | Promise<void>;
  /** Told what stood in the way of a newer trust list. The one in use stays, for fourteen days after the next was due. */
  readonly reportTrustProblem?: (problem: unknown) => void;
  /** `globalThis.crypto`. */
  readonly crypto: WebCrypto;
  /** `globalThis.fetch`; asks for status lists and the trust list, and for nothing else. */
  readonly fetch: FetchPort;
  /** The clock of the machine when left out. */
  readonly now?: () => Date;
};

/**
 * `dc_api`: the page hands `request` to `navigator.credentials.get({ digital: { requests: [request] } })`.
 * `link`: the citizen follows `link`; the wallet fetches `requestObject` from `requestUri` (content type
 * `application/oauth-authz-req+jwt`) and posts its answer to `responseUri`.
 */
export type Channel = { readonly kind: 'dc_api' } | { readonly kind: 'link'; readonly requestUri: string; readonly responseUri: string };

export const pendingRequest = z.strictObject({
  channel: z.enum(['dc_api', 'link']),
  /** Where the wallet posts; null over the Digital Credentials API. */
  responseUri: z.nullable(z.string()),
  nonce: z.string(),
  state: z.string(),
  query: z.unknown(),
  decryptionKey,
  expiresAtMs: z.number(),
});
/** What the agency keeps of a request, as JSON, where nobody else reads it, bound to the visitor's session: until the answer has come, five minutes at most. */
export type PendingRequest = z.infer<typeof pendingRequest>;

export type AskedRequest = {
  readonly pending: PendingRequest;
  /** The signed request, as a wallet reads it. */
  readonly requestObject: string;
  /** An entry of `requests` for the Digital Credentials API. */
  readonly request: { readonly protocol: 'openid4vp-v1-signed'; readonly data: { readonly request: string } };
  /** For a link or a QR code; null over the Digital Credentials API. */
  readonly link: string | null;
};

export type AgencyVerifier = {
  /** A signed request for these documents, with a nonce, a state and an encryption key of its own. @throws AppError `malformed_request`, `too_much_asked` */
  ask(documents: readonly AskedDocument[], channel?: Channel): Promise<AskedRequest>;
  /**
   * The documents in an answer (`data` of the DigitalCredential, or the members of the posted form), each rule checked.
   * Forget `pending` before you use them: that a request is answered once (V27) is for its keeper to see to.
   * @throws AppError `wallet_declined`; `trust_list_expired` when no newer list could be had for fourteen days; `unknown_state` after five minutes or for another state; `jwe_decrypt_failed`; what `verifyResponse` throws
   */
  check(pending: PendingRequest, parameters: JsonObject): Promise<readonly ShownDocument[]>;
};

const lifetimeMs = 5 * 60_000;

/**
 * A verifier for one agency, from what an agency has: its seal, the roots, the trust list.
 * @throws AppError `key_invalid`, `certificate_malformed`, `trust_list_invalid`, `trust_list_rolled_back`, `trust_list_expired`
 * @see OpenID4VP 1.0; HAIP 1.0
 */
export async function createVerifier(options: VerifierOptions): Promise<AgencyVerifier> {
  const { origin, now = () => new Date() } = options;
  const ports = createCryptoPorts(options.crypto);
  const { seal, leaf } = await openAgencySeal(options.seal, options.crypto);
  const clientId = await makeX509HashClientId(leaf, ports.sha256);
  const trust = await openTrust(options, { verifyP256: ports.verifyP256, now });
  const { verifyChain } = trust;
  const fetchStatusList = createStatusFetcher(options.fetch);
  const checkStatus = createStatusChecker({ ...ports, verifyChain, inflate: inflateZlib, now, fetchStatusList });
  // V27: whoever keeps `pending` sees to it that it is answered once.
  const verifyPorts = { ...ports, verifyChain, now, checkStatus, closeRequest: async () => undefined };
  return {
    ask: async (documents, channel = { kind: 'dc_api' }) => {
      const token = (bytes: number): string => encodeBase64Url(ports.randomBytes(bytes));
      const query = buildDocumentQuery(documents);
      const pending: PendingRequest = {
        ...{ channel: channel.kind, responseUri: channel.kind === 'link' ? channel.responseUri : null },
        ...{ nonce: token(32), state: token(32), query },
        decryptionKey: await createDecryptionKey(token(12)),
        expiresAtMs: now().getTime() + lifetimeMs,
      };
      const requestObject = await signPending({ pending, query, clientId, route: routeOf(channel, origin, pending.state) }, seal);
      const link = channel.kind === 'link' ? writeLink(clientId, channel.requestUri) : null;
      return { pending, requestObject, request: { protocol: 'openid4vp-v1-signed', data: { request: requestObject } }, link };
    },
    check: async (pending, parameters) => {
      const { nonce, channel, decryptionKey: key } = pending;
      if (now().getTime() >= pending.expiresAtMs) throw new AppError('unknown_state');
      const { issuers } = await trust.read();
      const query = parseDcqlRequest(pending.query);
      const audience = channel === 'dc_api' ? makeOriginAudience(origin) : clientId;
      const state = channel === 'link' ? pending.state : null;
      const way = describeWay(pending, { origin, clientId });
      const expected = { query, nonce, state, audience, way, transactionData: [], issuers, decryptionKey: key };
      const response = await verifyResponse(parameters, expected, verifyPorts);
      if (response.kind === 'declined') throw new AppError('wallet_declined');
      return response.presentations.map((presentation) => describeShownDocument(presentation, query));
    },
  };
}

/** The trust list, held and followed; one that is too old already is looked for at once. */
async function openTrust(options: VerifierOptions, ports: Pick<FollowPorts, 'verifyP256' | 'now'>): Promise<FollowedTrustList> {
  const { trustList, anchorsPem, fetch, keepTrustList: keep = () => undefined, reportTrustProblem: report = () => undefined } = options;
  const pinnedRoots = decodePemCertificates(anchorsPem);
  const trust = await FollowedTrustList.open([trustList].flat(), { ...ports, pinnedRoots, fetch, keep, report });
  await trust.read();
  return trust;
}

/** Fetches status lists as the contract of `FetchStatusList` wants. */
function createStatusFetcher(fetchPort: FetchPort): FetchStatusList {
  return async (uri) => {
    const text = await fetchText(fetchPort, uri, { type: 'application/statuslist+jwt', maxBytes: statusLimits.token });
    if (text === null) throw new AppError('status_list_unreachable', { status: 304 });
    return text;
  };
}

type ToSign = { readonly pending: PendingRequest; readonly query: DcqlRequest; readonly clientId: string; readonly route: RequestRoute };

function signPending({ pending, query, clientId, route }: ToSign, seal: RequestSeal): Promise<string> {
  const { nonce, decryptionKey: key, expiresAtMs } = pending;
  const times = { issuedAt: new Date(expiresAtMs - lifetimeMs), expiresAt: new Date(expiresAtMs) };
  return signRequestObject({ clientId, nonce, query, route, encryptionKey: publishEncryptionKey(key), ...times }, seal);
}

function routeOf(channel: Channel, origin: string, state: string): RequestRoute {
  if (channel.kind === 'dc_api') return { mode: 'dc_api.jwt', expectedOrigins: [origin] };
  return { mode: 'direct_post.jwt', responseUri: channel.responseUri, state };
}

/** What the device of an mdoc signs of the way of an answer. */
function describeWay(
  { responseUri, decryptionKey: key }: PendingRequest,
  { origin, clientId }: { origin: string; clientId: string },
): AnswerWay {
  const encryptionKey = publishEncryptionKey(key);
  return responseUri === null ? { kind: 'dc_api', origin, encryptionKey } : { kind: 'post', clientId, responseUri, encryptionKey };
}

function writeLink(clientId: string, requestUri: string): string {
  return `openid4vp://?${new URLSearchParams({ client_id: clientId, request_uri: requestUri })}`;
}
