import { buildDocumentQuery, verifyDocuments } from '@daricheh/shared/agency';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { makeOriginAudience, parseDcqlRequest } from '@daricheh/shared/presentation';
import type { AtAgency, VerifierPorts } from '../verifier/verifier-ports.ts';
import type { AnsweredResult, HeldPresentation } from './shapes.ts';

/** Longer than a key binding counts (V18). */
const nonceKeptMs = 10 * 60_000;

/**
 * The documents in a presentation that the agency holds, after every rule of credential, key binding, status and query.
 * The agency made the nonce; that it counts once (V27) is seen to here, within the time in which a key binding counts.
 * @throws AppError `session_reused` when a presentation with this nonce was verified before, and what `verifyDocuments` throws
 */
export async function verifyHeld(
  { agency, held }: AtAgency<{ readonly held: HeldPresentation }>,
  ports: VerifierPorts,
): Promise<AnsweredResult> {
  const { nonce, origin, audience, documents } = held;
  const query = documents === undefined ? parseDcqlRequest(held.dcql_query) : buildDocumentQuery(documents);
  const { issuers } = await ports.trust.readList();
  const expected = {
    query,
    nonce,
    audience: origin === undefined ? (audience ?? '') : makeOriginAudience(origin),
    transactionData: [],
    issuers,
  };
  const { verifyChain, checkStatus } = ports.trust;
  const shown = await verifyDocuments(held.vp_token, expected, { ...ports, verifyChain, checkStatus });
  await burnNonce(agency.id, nonce, ports);
  return { state: 'verified', documents: [...shown] };
}

async function burnNonce(agency: string, nonce: string, { store, now, sha256 }: VerifierPorts): Promise<void> {
  const key = encodeBase64Url(await sha256(encodeUtf8(nonce)));
  const expiresAt = new Date(now().getTime() + nonceKeptMs);
  const isFirst = await store.oneTime.put({ agency, kind: 'verified-nonce', key, value: true, expiresAt }, now());
  if (!isFirst) throw new AppError('session_reused');
}
