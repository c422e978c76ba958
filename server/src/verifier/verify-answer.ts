import type { JsonObject } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  type AnswerWay,
  type ExpectedResponse,
  type Members,
  makeOriginAudience,
  openResponse,
  publishEncryptionKey,
  verifyVpToken,
} from '@daricheh/shared/presentation';
import { closeRequest } from './request-book.ts';
import type { RequestRecord } from './request-record.ts';
import { answerUriOf, clientIdOf } from './sign-recorded-request.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';

/** Who signed in: the claims of the use that was asked for, and no others. */
export type Subject = { readonly use: string; readonly claims: Members };

/** `declined`: the wallet says no, for whatever reason. */
export type VerifiedAnswer = { readonly kind: 'verified'; readonly subject: Subject } | { readonly kind: 'declined' };

/** An answer to a request, as it came. */
export type Answered = AtAgency<{ readonly id: string; readonly record: RequestRecord; readonly parameters: JsonObject }>;

/** What an answer holds, and what it is held to. */
export type ReadAnswer =
  | { readonly kind: 'presented'; readonly vpToken: Json; readonly expected: ExpectedResponse }
  | { readonly kind: 'declined' };

/**
 * An answer to `record`, opened but not verified. Where the wallet says no, the request is closed.
 * @throws AppError `session_reused`, `unknown_state` for another state than was sent, `jwe_decrypt_failed`
 */
export async function readAnswer({ agency, id, record, parameters }: Answered, ports: VerifierPorts): Promise<ReadAnswer> {
  const opened = await openResponse(parameters, record.decryptionKey); // V26
  if (opened.kind === 'error') {
    await closeRequest({ agency, id }, ports);
    return { kind: 'declined' };
  }
  if (record.channel === 'link' && opened.state !== record.state) throw new AppError('unknown_state'); // V27
  const { issuers } = await ports.trust.readList();
  const audience = record.channel === 'dc_api' ? makeOriginAudience(agency.origin) : clientIdOf(agency); // V20
  const way = describeWay({ agency, id, record });
  const expected = { query: record.query, nonce: record.nonce, audience, way, transactionData: [], issuers };
  return { kind: 'presented', vpToken: opened.vpToken, expected };
}

/**
 * The claims in an answer to `record`, after every check, once: the request is closed when they hold, and when the
 * wallet says no. An answer that does not hold leaves it open, so that nobody can spoil another's request by posting rubbish.
 * V28: for a sign-in a status that cannot be had counts as a refusal.
 * @throws AppError what `readAnswer` and `verifyVpToken` throw
 */
export async function verifyAnswer(answered: Answered, ports: VerifierPorts): Promise<VerifiedAnswer> {
  const answer = await readAnswer(answered, ports);
  if (answer.kind === 'declined') return answer;
  const { verifyChain, checkStatus } = ports.trust;
  const [verified] = await verifyVpToken(answer.vpToken, answer.expected, {
    ...ports,
    verifyChain,
    checkStatus: (reference, issuer) => checkStatus(reference, { issuer, whenUnreachable: 'refuse' }),
  });
  await closeRequest(answered, ports); // V27
  return { kind: 'verified', subject: { use: answered.record.use, claims: verified?.claims ?? {} } };
}

/** What the device of an mdoc signs of the way of this answer. */
function describeWay({ agency, id, record }: AtAgency<{ readonly id: string; readonly record: RequestRecord }>): AnswerWay {
  const encryptionKey = publishEncryptionKey(record.decryptionKey);
  if (record.channel === 'dc_api') return { kind: 'dc_api', origin: agency.origin, encryptionKey };
  return { kind: 'post', clientId: clientIdOf(agency), responseUri: answerUriOf(agency, id), encryptionKey };
}
