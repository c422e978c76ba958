import type { JsonObject } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { type Members, makeOriginAudience, openResponse, verifyVpToken } from '@daricheh/shared/presentation';
import { closeRequest } from './request-book.ts';
import type { RequestRecord } from './request-record.ts';
import { clientIdOf } from './sign-recorded-request.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';

/** Who signed in: the claims of the use that was asked for, and no others. */
export type Subject = { readonly use: string; readonly claims: Members };

/** `declined`: the wallet says no, for whatever reason. */
export type VerifiedAnswer = { readonly kind: 'verified'; readonly subject: Subject } | { readonly kind: 'declined' };

/**
 * The claims in an answer to `record`, after every check, once: the request is closed when they hold, and when the
 * wallet says no. An answer that does not hold leaves it open, so that nobody can spoil another's request by posting rubbish.
 * V28: for a sign-in a status that cannot be had counts as a refusal.
 * @throws AppError `session_reused`, `unknown_state` for another state than was sent, `jwe_decrypt_failed`, and what `verifyVpToken` throws
 */
export async function verifyAnswer(
  { agency, id, record, parameters }: AtAgency<{ readonly id: string; readonly record: RequestRecord; readonly parameters: JsonObject }>,
  ports: VerifierPorts,
): Promise<VerifiedAnswer> {
  const opened = await openResponse(parameters, record.decryptionKey); // V26
  if (opened.kind === 'error') {
    await closeRequest({ agency, id }, ports);
    return { kind: 'declined' };
  }
  if (record.channel === 'link' && opened.state !== record.state) throw new AppError('unknown_state'); // V27
  const { issuers } = await ports.trust.readList();
  const audience = record.channel === 'dc_api' ? makeOriginAudience(agency.origin) : clientIdOf(agency); // V20
  const expected = { query: record.query, nonce: record.nonce, audience, transactionData: [], issuers };
  const { verifyChain, checkStatus } = ports.trust;
  const [verified] = await verifyVpToken(opened.vpToken, expected, {
    ...ports,
    verifyChain,
    checkStatus: (reference, issuer) => checkStatus(reference, { issuer, whenUnreachable: 'refuse' }),
  });
  await closeRequest({ agency, id }, ports); // V27
  return { kind: 'verified', subject: { use: record.use, claims: verified?.claims ?? {} } };
}
