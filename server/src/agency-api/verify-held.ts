import { buildDocumentQuery, describeShownDocument } from '@daricheh/shared/agency';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  type AnswerWay,
  type ExpectedResponse,
  makeOriginAudience,
  parseDcqlRequest,
  type VerifiedPresentation,
  verifyVpToken,
} from '@daricheh/shared/presentation';
import type { AtAgency, VerifierPorts } from '../verifier/verifier-ports.ts';
import type { AnsweredResult, HeldPresentation } from './shapes.ts';

/** Longer than a key binding counts (V18). */
const nonceKeptMs = 10 * 60_000;

/**
 * The documents in a presentation that the agency holds, after every rule of credential, key binding, transaction data,
 * status and query. The agency made the nonce; that it counts once (V27) is seen to here, for as long as the
 * presentation could be accepted.
 * @throws AppError `session_reused` when a presentation with this nonce was verified before; `malformed_request` for an mdoc
 * without the `response_uri`; `invalid_transaction_data`, and what `verifyVpToken` throws
 */
export async function verifyHeld(
  { agency, held }: AtAgency<{ readonly held: HeldPresentation }>,
  ports: VerifierPorts,
): Promise<AnsweredResult> {
  const { issuers } = await ports.trust.readList();
  const expected = expectOf(held, issuers);
  const { verifyChain, checkStatus } = ports.trust;
  const presentations = await verifyVpToken(held.vp_token, expected, { ...ports, verifyChain, checkStatus });
  await burnNonce({ agency: agency.id, nonce: held.nonce, until: findEnd(presentations, ports.now()) }, ports);
  return { state: 'verified', documents: presentations.map((presentation) => describeShownDocument(presentation, expected.query)) };
}

function expectOf(held: HeldPresentation, issuers: ExpectedResponse['issuers']): ExpectedResponse {
  const { nonce, origin, audience = '', documents, transaction_data: transactionData = [] } = held;
  const query = documents === undefined ? parseDcqlRequest(held.dcql_query) : buildDocumentQuery(documents);
  const way = describeWay(held);
  if (way === null && query.credentials.some(({ format }) => format === 'mso_mdoc')) {
    throw new AppError('malformed_request', { field: 'response_uri' });
  }
  return {
    ...{ query, nonce, transactionData, issuers, audience: origin === undefined ? audience : makeOriginAudience(origin) },
    ...(way && { way }),
  };
}

/** What the device of an mdoc signed of the way of the answer; null when too little is told to say. */
function describeWay({ origin, audience, response_uri: responseUri, encryption_key: givenKey }: HeldPresentation): AnswerWay | null {
  const encryptionKey = givenKey ?? null;
  if (origin !== undefined) return { kind: 'dc_api', origin, encryptionKey };
  if (audience === undefined || responseUri === undefined) return null;
  return { kind: 'post', clientId: audience, responseUri, encryptionKey };
}

/** When none of these presentations would be accepted any more. The device of an mdoc signs no time, so an mdoc counts until it ends. */
function findEnd(presentations: readonly VerifiedPresentation[], now: Date): Date {
  const ends = presentations.map((shown) => (shown.format === 'mso_mdoc' ? shown.credential.validity.validUntil.getTime() : 0));
  return new Date(Math.max(now.getTime() + nonceKeptMs, ...ends));
}

async function burnNonce(
  { agency, nonce, until }: { readonly agency: string; readonly nonce: string; readonly until: Date },
  { store, now, sha256 }: VerifierPorts,
): Promise<void> {
  const key = encodeBase64Url(await sha256(encodeUtf8(nonce)));
  const isFirst = await store.oneTime.put({ agency, kind: 'verified-nonce', key, value: true, expiresAt: until }, now());
  if (!isFirst) throw new AppError('session_reused');
}
