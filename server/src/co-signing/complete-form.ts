import { AppError } from '@daricheh/shared/errors';
import { checkSigners, joinSignatures, type Receipt, type SignaturePart } from '@daricheh/shared/submission';
import { hashStatusToken, hashToken } from '../crypto/hash-token.ts';
import { makeRecordId } from '../crypto/make-record-id.ts';
import type { Deps } from '../deps.ts';
import type { NewEvidence } from '../storage/evidence.ts';
import { type CountedAnswer, repeatAnswer } from '../submissions/count-once.ts';
import { requestKind } from '../submissions/make-request.ts';
import { makeCaseNumber, makeRandomName } from '../submissions/random-names.ts';
import { dayMs, sealReceipt, type TakenSignature } from '../submissions/receive-submission.ts';
import { nameWaiting, type WaitingForm } from './waiting-form.ts';

/**
 * Stores the form with both signatures, its case and one receipt for both signers in one transaction, which takes away the
 * second request and all that waited, and answers each signer's key with the same. The first signature was verified, and its
 * credential looked up, when it came; the second just now.
 * @throws AppError `signature_invalid` (step `signers`) where the two are not all who must sign; `submission_request_unknown`
 */
export async function completeForm(
  waiting: WaitingForm,
  second: TakenSignature,
  deps: Pick<Deps, 'store' | 'randomBytes'>,
): Promise<CountedAnswer> {
  const { agency, envelope, verified, stamping, receivedAt, key, bodyHash } = second;
  const { definition, manifestHash } = verified;
  requireSigners(waiting, second);
  const own: SignaturePart = { envelope, header: stamping.header, statusToken: verified.status.token };
  const signatures = [waiting, own];
  const [caseNumber, caseToken] = [makeCaseNumber(deps.randomBytes), makeRandomName(deps.randomBytes, 32)];
  const dueAt = new Date(receivedAt.getTime() + definition.decisionDays * dayMs);
  const sealed = { ...verified, report: describeReport(waiting, second) };
  const receipt = await sealReceipt(agency, sealed, { caseNumber, receivedAt, dueAt, signers: describeSigners(waiting, second) });
  const caseUri = `${agency.origin}/daricheh/cases/${caseNumber}`;
  // Plain JSON by its schema; what is undefined in it is left out.
  const answer = JSON.parse(JSON.stringify({ receipt, caseToken, caseUri, coSigned: joinSignatures(signatures) }));
  const outcome = await deps.store.submissions.record({
    case: { agency: agency.id, caseNumber, formId: definition.id, title: definition.title, isSigned: true, receivedAt, dueAt },
    tokenHash: hashToken(caseToken),
    submission: {
      ...{ id: makeRecordId(deps.randomBytes, receivedAt), receivedAt, manifestHash, receipt },
      body: JSON.stringify(joinSignatures(signatures.map((part) => ({ envelope: part.envelope })))),
    },
    request: { agency: agency.id, kind: requestKind, key: verified.nonce },
    idempotency: { key, bodyHash, answer },
    eventId: makeRecordId(deps.randomBytes, receivedAt),
    recheck: null,
    keepUntil: new Date(receivedAt.getTime() + definition.retention.days * dayMs),
    evidence: describeEvidence(own, stamping.dueAt),
    coSigning: {
      takes: nameWaiting(waiting, agency.id),
      ...{ key: waiting.key, bodyHash: waiting.bodyHash },
      evidence: describeEvidence(waiting, waiting.stampDueAt === null ? null : new Date(waiting.stampDueAt)),
    },
    attachments: [],
  });
  return outcome.kind === 'repeated' ? repeatAnswer(outcome, bodyHash) : { answer, isRepeated: false };
}

function requireSigners(waiting: WaitingForm, { verified }: TakenSignature): void {
  try {
    checkSigners(verified.definition, [waiting, verified]);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('signature_invalid', { ...cause.facts, step: 'signers' }, { cause });
  }
}

function describeSigners(waiting: WaitingForm, { verified, receivedAt }: TakenSignature): NonNullable<Receipt['signers']> {
  return [
    { role: waiting.role, receivedAt: waiting.receivedAt },
    { role: verified.role, receivedAt: receivedAt.toISOString() },
  ];
}

/** Every step held for each signature; what is said of time stamps holds where both have one. */
function describeReport(waiting: WaitingForm, { verified, stamping }: TakenSignature): Receipt['report'] {
  const stamps = stamping.report.map(({ step, holds }) => ({ step, holds: holds && waiting.header !== null }));
  return [...verified.report, { step: 'signers', holds: true }, ...stamps];
}

function describeEvidence(part: SignaturePart, dueAt: Date | null): NewEvidence {
  const { envelope, header, statusToken } = part;
  const text = statusToken ?? '';
  return { signature: envelope.jws.signature, header, dueAt, statusToken: { hash: hashStatusToken(text), text } };
}
