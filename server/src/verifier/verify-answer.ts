import type { JsonObject } from '@daricheh/shared/credential';
import {
  type AnswerWay,
  type ExpectedAnswer,
  type Members,
  makeOriginAudience,
  publishEncryptionKey,
  type VerifiedResponse,
  verifyResponse,
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

/**
 * What an answer to `record` shows, after every rule, once: the request is closed when they hold, and when the wallet says
 * no. An answer that does not hold leaves it open, so that nobody can spoil another's request by posting rubbish.
 * @throws AppError `session_reused`, and what `verifyResponse` throws
 */
export async function verifyPresented(answered: Answered, ports: VerifierPorts): Promise<VerifiedResponse> {
  const { agency, record } = answered;
  const { issuers } = await ports.trust.readList();
  const expected: ExpectedAnswer = {
    query: record.query,
    nonce: record.nonce,
    state: record.channel === 'link' ? record.state : null,
    audience: record.channel === 'dc_api' ? makeOriginAudience(agency.origin) : clientIdOf(agency),
    way: describeWay(answered),
    transactionData: [],
    issuers,
    decryptionKey: record.decryptionKey,
  };
  const { verifyChain, checkStatus } = ports.trust;
  return verifyResponse(answered.parameters, expected, {
    ...ports,
    verifyChain,
    checkStatus,
    closeRequest: () => closeRequest(answered, ports),
  });
}

/** Who signs in by an answer. @throws AppError what `verifyPresented` throws */
export async function verifyAnswer(answered: Answered, ports: VerifierPorts): Promise<VerifiedAnswer> {
  const response = await verifyPresented(answered, ports);
  if (response.kind === 'declined') return { kind: 'declined' };
  return { kind: 'verified', subject: { use: answered.record.use, claims: response.presentations[0]?.claims ?? {} } };
}

/** What the device of an mdoc signs of the way of this answer. */
function describeWay({ agency, id, record }: AtAgency<{ readonly id: string; readonly record: RequestRecord }>): AnswerWay {
  const encryptionKey = publishEncryptionKey(record.decryptionKey);
  if (record.channel === 'dc_api') return { kind: 'dc_api', origin: agency.origin, encryptionKey };
  return { kind: 'post', clientId: clientIdOf(agency), responseUri: answerUriOf(agency, id), encryptionKey };
}
