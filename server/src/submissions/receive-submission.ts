import { encodeBase64Url, encodeCanonicalJson } from '@daricheh/shared/encoding';
import {
  issueReceipt,
  mandateVct,
  type Receipt,
  type SubmissionAnswer,
  type SubmissionEnvelope,
  type SubmissionExpectations,
  signingVct,
  type VerifiedSubmission,
  verifySubmission,
} from '@daricheh/shared/submission';
import { findIssuersOf } from '@daricheh/shared/trust';
import type { Agency } from '../agencies/agency.ts';
import { hashToken } from '../crypto/hash-token.ts';
import { makeRecordId } from '../crypto/make-record-id.ts';
import { sha256, verifyRs256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import { describeRecheck } from '../rechecks/describe-recheck.ts';
import { type Stamping, stampSignature } from '../time-stamps/stamp-signature.ts';
import type { Trust } from '../trust/trust.ts';
import { checkEarlier } from './check-earlier.ts';
import { type CountedAnswer, repeatAnswer } from './count-once.ts';
import { keepToken } from './keep-token.ts';
import { requestKind } from './make-request.ts';
import { makeCaseNumber, makeRandomName } from './random-names.ts';

export const dayMs = 86_400_000;

export type Intake = { readonly agency: Agency; readonly envelope: SubmissionEnvelope; readonly key: string; readonly bodyHash: string };

/** SHA-256 over the envelope's canonical JSON, base64url: two envelopes that say the same are the same. */
export function hashBody(body: object): string {
  return encodeBase64Url(sha256(encodeCanonicalJson(body)));
}

/** A signature that kept every rule by itself, of a form that not one person alone signs. */
export type TakenSignature = Intake & {
  readonly verified: VerifiedSubmission & { readonly role: string };
  readonly stamping: Stamping;
  readonly receivedAt: Date;
};

/**
 * Verifies a signed submission and stores it with its case, its receipt and its key in one transaction, which also takes
 * its request away and makes the files that came under it the case's, closes the case that it amends or withdraws, and keeps beside it what proves it
 * later. Nothing is stored when a rule does not hold.
 * @param takeSignature takes in one signature of a form that two people sign, and answers for it
 * @throws AppError as `verifySubmission` and `checkEarlier`; `attachment_unknown`, `idempotency_key_reused`
 */
export async function receiveSubmission(
  { agency, envelope, key, bodyHash }: Intake,
  deps: Deps,
  trust: Trust,
  takeSignature: (taken: TakenSignature) => Promise<CountedAnswer>,
): Promise<CountedAnswer> {
  const receivedAt = deps.now();
  const verified = await verifySubmission(envelope, await expectOf(agency, receivedAt, deps, trust), {
    sha256: deps.sha256,
    verifyP256: deps.verifyP256,
    verifyRs256,
    verifyChain: trust.verifyChain,
    checkStatus: trust.checkStatus,
  });
  const about = await checkEarlier(agency.id, verified, deps);
  const stamping = await stampSignature(agency, envelope.jws, { ...deps, ...trust });
  const { role } = verified;
  if (role !== null) return takeSignature({ agency, envelope, key, bodyHash, verified: { ...verified, role }, stamping, receivedAt });
  const caseNumber = makeCaseNumber(deps.randomBytes);
  const caseToken = makeRandomName(deps.randomBytes, 32);
  // Of a withdrawal nothing is to be decided: it is done as it comes.
  const decisionDays = about?.kind === 'withdraws' ? 0 : verified.definition.decisionDays;
  const dueAt = new Date(receivedAt.getTime() + decisionDays * dayMs);
  const report = [...verified.report, ...(about === undefined ? [] : [{ step: 'earlier', holds: true }]), ...stamping.report];
  const receipt = await sealReceipt(agency, { ...verified, report }, { caseNumber, receivedAt, dueAt });
  const caseUri = `${agency.origin}/daricheh/cases/${caseNumber}`;
  const open = { receipt, caseToken, caseUri };
  const answer = (stamping.header === null ? open : { ...open, header: stamping.header }) satisfies SubmissionAnswer;
  const outcome = await deps.store.submissions.record({
    case: {
      agency: agency.id,
      caseNumber,
      formId: verified.definition.id,
      title: verified.definition.title,
      isSigned: true,
      ...(verified.manifest.mandate && { mandate: verified.manifest.mandate.relation }),
      receivedAt,
      dueAt,
    },
    ...(about !== undefined && { about }),
    tokenHash: hashToken(caseToken),
    submission: {
      id: makeRecordId(deps.randomBytes, receivedAt),
      receivedAt,
      manifestHash: verified.manifestHash,
      body: JSON.stringify(envelope),
      receipt,
    },
    request: { agency: agency.id, kind: requestKind, key: verified.nonce },
    idempotency: { key, bodyHash, answer },
    eventId: makeRecordId(deps.randomBytes, receivedAt),
    recheck: describeRecheck(verified, receivedAt),
    keepUntil: new Date(receivedAt.getTime() + verified.definition.retention.days * dayMs),
    evidence: {
      ...{ signature: envelope.jws.signature, header: stamping.header, dueAt: stamping.dueAt },
      statusToken: keepToken(verified.status),
      ...(verified.mandateStatus && { mandateStatusToken: keepToken(verified.mandateStatus) }),
    },
    attachments: verified.manifest.attachments.map(({ label: _label, ...claim }) => claim),
  });
  return outcome.kind === 'repeated' ? repeatAnswer(outcome, bodyHash) : { answer, isRepeated: false };
}

async function expectOf(agency: Agency, receivedAt: Date, deps: Deps, trust: Trust): Promise<SubmissionExpectations> {
  const list = await trust.readList();
  return {
    receivedAt,
    agency: { id: agency.id, origin: agency.origin, certificateHash: agency.seal.certificateHash },
    findForm: (id) => agency.forms.find(({ definition }) => definition.id === id),
    isRequestOpen: async (nonce) =>
      (await deps.store.oneTime.read({ agency: agency.id, kind: requestKind, key: nonce }, receivedAt)) !== null,
    issuers: findIssuersOf(list, { vct: signingVct }),
    mandateIssuers: findIssuersOf(list, { vct: mandateVct }),
    wallets: deps.walletOrigins.map((origin) => ({ origin, rpId: origin })),
  };
}

/** The receipt under the agency's seal; `signers` where several signed. */
export function sealReceipt(
  { id, origin, seal }: Agency,
  { manifest: { amends, withdraws }, definition, manifestHash, report }: VerifiedSubmission,
  { caseNumber, receivedAt, dueAt, signers }: { caseNumber: string; receivedAt: Date; dueAt: Date; signers?: Receipt['signers'] },
): Promise<string> {
  return issueReceipt(
    {
      type: 'daricheh.receipt.v1',
      agency: { id, origin },
      form: { id: definition.id, version: definition.version },
      manifestHash,
      caseNumber,
      receivedAt: receivedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      report,
      ...(amends && { amends: amends.caseNumber }),
      ...(withdraws && { withdraws: withdraws.caseNumber }),
      ...(signers && { signers }),
    },
    { x5c: [seal.certificate], sign: seal.sign },
  );
}
