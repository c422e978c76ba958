import { decodeBase64Url } from '../encoding/index.ts';
import { AppError, type ErrorCode, mandateCodes } from '../errors/index.ts';
import { checkAnswers } from './check-answers.ts';
import { checkAttachments } from './check-attachments.ts';
import type { FormDefinition } from './form-definition.ts';
import type { Manifest } from './manifest.ts';
import { decodeManifest, hashManifest } from './manifest-bytes.ts';
import { checkCertificate } from './steps/check-certificate.ts';
import { checkCredential } from './steps/check-credential.ts';
import { checkForm } from './steps/check-form.ts';
import { checkMandate } from './steps/check-mandate.ts';
import { checkMandateStatus } from './steps/check-mandate-status.ts';
import { checkPasskey } from './steps/check-passkey.ts';
import { checkRequest } from './steps/check-request.ts';
import { checkRequestOpen } from './steps/check-request-open.ts';
import { checkSignature } from './steps/check-signature.ts';
import { checkSubmissionStatus } from './steps/check-status.ts';
import { checkSubject } from './steps/check-subject.ts';
import { checkTerms } from './steps/check-terms.ts';
import { checkTime } from './steps/check-time.ts';
import { checkView } from './steps/check-view.ts';
import {
  type CheckedStatus,
  given,
  type SubmissionContext,
  type SubmissionExpectations,
  type SubmissionPorts,
  type SubmissionStep,
} from './steps/step.ts';
import type { Receipt, SubmissionEnvelope } from './submission.ts';
import { decodeSubmissionHeader } from './submission-header.ts';

/** What a signed submission is held to, in the order in which it is checked; after `manifest`, which reads the bytes. */
export const submissionSteps: readonly SubmissionStep[] = [
  { name: 'form', check: checkForm },
  { name: 'terms', check: checkTerms },
  { name: 'answers', check: unlessWithdrawal(({ form, manifest }) => checkAnswers(given(form).definition, manifest.answers)) },
  { name: 'attachments', check: unlessWithdrawal(({ form, manifest }) => checkAttachments(given(form).definition, manifest.attachments)) },
  { name: 'time', check: checkTime },
  { name: 'request', check: checkRequest },
  { name: 'request-open', check: checkRequestOpen },
  { name: 'credential', check: checkCredential },
  { name: 'status', check: checkSubmissionStatus },
  { name: 'certificate', check: checkCertificate },
  { name: 'signature', check: checkSignature },
  { name: 'view', check: checkView },
  { name: 'passkey', check: checkPasskey },
  { name: 'subject', check: checkSubject },
  { name: 'mandate', check: checkMandate, isAbout: isForAnother },
  { name: 'mandate-status', check: checkMandateStatus, isAbout: isForAnother },
];

function isForAnother({ mandate }: Manifest): boolean {
  return mandate !== undefined;
}

/** A withdrawal has no answers and no files, which its manifest's own shape holds it to, whatever the form asks for. */
function unlessWithdrawal(check: (context: SubmissionContext) => void): SubmissionStep['check'] {
  return (context) => {
    if (context.manifest.withdraws === undefined) check(context);
  };
}

/** A submission that kept every rule. That what it amends or withdraws is there, and the signer's own, is for the agency to find out. */
export type VerifiedSubmission = {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly definition: FormDefinition;
  /** Nonce of the request that it answers: to be taken away in the transaction that stores the submission. */
  readonly nonce: string;
  /** The signer's, from the signing credential. */
  readonly nationalId: string;
  /** As what they signed, where several must; null where one person signs. */
  readonly role: string | null;
  /** When it is not fresh, the look-up must be made again. */
  readonly status: CheckedStatus;
  /** The same for the mandate under which it was signed; null where it was signed under none. */
  readonly mandateStatus: CheckedStatus | null;
  /** Every step held. Behind them, where an issuer could not be asked, `status-fresh` or `mandate-status-fresh`, which did not. */
  readonly report: Receipt['report'];
};

/** Codes that tell the citizen what to do next, or that say "not now", with all about a mandate; any other becomes `signature_invalid`. */
const spoken: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'answer_invalid',
  'answer_missing',
  'attachment_invalid',
  'attachment_missing',
  'co_signed_fixed',
  'form_version_mismatch',
  'manifest_invalid',
  'status_list_unreachable',
  'storage_full',
  'submission_request_unknown',
  'unavailable',
]);

/**
 * What was submitted, once every step of `submissionSteps` holds. Any rule that does not hold refuses the whole.
 * @throws AppError `manifest_invalid`, `form_version_mismatch`, `answer_missing`, `answer_invalid`, `attachment_missing`, `attachment_invalid`,
 * `co_signed_fixed`, `submission_request_unknown`, `status_list_unreachable`, those of the steps `mandate` and `mandate-status`, and `signature_invalid` for all else; facts name the `step` and the `reason`
 */
export async function verifySubmission(
  envelope: SubmissionEnvelope,
  expected: SubmissionExpectations,
  ports: SubmissionPorts,
): Promise<VerifiedSubmission> {
  const report = ['manifest'];
  const context = await runStep('manifest', () => openEnvelope(envelope, expected, ports));
  for (const { name, check, isAbout } of submissionSteps) {
    await runStep(name, () => check(context));
    if (isAbout?.(context.manifest) !== false) report.push(name);
  }
  return {
    manifest: context.manifest,
    manifestHash: context.manifestHash,
    definition: given(context.form).definition,
    nonce: given(context.request).nonce,
    nationalId: given(context.credential).signing.national_id,
    role: context.header.signer_role ?? null,
    status: given(context.status),
    mandateStatus: context.mandateStatus ?? null,
    report: [...report.map((step) => ({ step, holds: true })), ...flagStaleStatus(context)],
  };
}

function flagStaleStatus({ status, mandateStatus }: SubmissionContext): Receipt['report'] {
  return [
    ...(given(status).isFresh ? [] : [{ step: 'status-fresh', holds: false }]),
    ...(mandateStatus === undefined || mandateStatus.isFresh ? [] : [{ step: 'mandate-status-fresh', holds: false }]),
  ];
}

async function openEnvelope(
  envelope: SubmissionEnvelope,
  expected: SubmissionExpectations,
  ports: SubmissionPorts,
): Promise<SubmissionContext> {
  const bytes = decodeBase64Url(envelope.jws.payload);
  const manifest = decodeManifest(bytes);
  const manifestHash = await hashManifest(bytes, ports.sha256);
  return { envelope, bytes, manifest, manifestHash, header: decodeSubmissionHeader(envelope.jws.protected), expected, ports };
}

async function runStep<T>(step: string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    if (spoken.has(cause.code) || Object.hasOwn(mandateCodes, cause.code))
      throw new AppError(cause.code, { ...cause.facts, step }, { cause });
    throw new AppError(
      'signature_invalid',
      { ...cause.facts, step, ...(cause.code === 'signature_invalid' ? {} : { reason: cause.code }) },
      { cause },
    );
  }
}
