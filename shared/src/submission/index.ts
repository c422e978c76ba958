export {
  appendArchiveTimeStamp,
  encodeArchived,
  hashRestOfEnvelope,
  type PreservedEvidence,
  preserveEvidence,
} from './archive-time-stamp.ts';
export {
  assignControls,
  type MarkedControl,
  nameControl,
  placeByMap,
  type SoughtField,
  type SoughtForm,
  type SoughtPlace,
} from './assign-controls.ts';
export {
  type Attachment,
  type AttachmentSlot,
  type AttachmentType,
  attachmentTypes,
  isAttachmentType,
  maxAttachmentBytes,
} from './attachment-slot.ts';
export { encodeBatchLeaf } from './batch-leaf.ts';
export { buildManifest, buildWithdrawal, type ManifestParts, type WithdrawalParts } from './build-manifest.ts';
export { checkAnswers } from './check-answers.ts';
export { checkAttachments } from './check-attachments.ts';
export { checkActsForSelf, checkMandateTerms, findPrincipal } from './check-mandate-terms.ts';
export { checkReceiptEarlier, checkReceiptForm } from './check-receipt.ts';
export { checkSigners, type HeldSignature } from './check-signers.ts';
export {
  type CoSubmissionEnvelope,
  coSubmissionEnvelope,
  joinSignatures,
  type SignaturePart,
  type SignedEnvelope,
  signedEnvelope,
  splitSignatures,
} from './co-submission.ts';
export { compareManifests, type ManifestChange } from './compare-manifests.ts';
export { type PasskeyKey, parseCoseKey } from './cose-key.ts';
export { findEarlier, type NamedEarlier } from './find-earlier.ts';
export {
  type AmendmentRule,
  amendmentRule,
  type FormDefinition,
  type FormField,
  fee,
  formDefinition,
  formField,
  formMandates,
} from './form-definition.ts';
export { formJwsType, type HashedForm, openForm, type PublishedForm, publishForm } from './form-jws.ts';
export { type FormSigner, formSigner } from './form-signer.ts';
export { cleanText, formatInstant } from './format-value.ts';
export {
  describeMandate,
  hashMandate,
  isMandateInForce,
  type MandateClaims,
  mandatePaths,
  mandateVct,
  readMandateClaims,
} from './mandate-claims.ts';
export { type AnswerSource, answer, answerSource, type EarlierSubmission, earlierSubmission, type Manifest, manifest } from './manifest.ts';
export { decodeManifest, encodeManifest, hashManifest } from './manifest-bytes.ts';
export { type DraftAnswer, type DraftAsk, type DraftValue, draftEvents, draftLimits } from './page-drafts.ts';
export { pageEvents, type ReceiptDetail, readReceiptDetail, readStoppedDetail, type StoppedDetail } from './page-events.ts';
export { buildPasskeyChallenge, type PasskeyChallengeParts, type PasskeyTag } from './passkey-challenge.ts';
export { toPlainFileName } from './plain-file-name.ts';
export { type MandatePresentation, presentMandate } from './present-mandate.ts';
export { issueReceipt, openReceipt, receiptJwsType } from './receipt-jws.ts';
export { renderView } from './render-view.ts';
export { readSheetFiles, type SheetFiles, sheetFileNames, writeSheetFiles } from './sheet-files.ts';
export { type SubmissionSignature, signSubmission } from './sign-submission.ts';
export {
  buildUnsignedHeader,
  encodeStampedSignature,
  isClockOfAnother,
  readSignatureToken,
  type SignatureTimeStampPorts,
  verifySignatureTimeStamp,
} from './signature-time-stamp.ts';
export { type SignedMandate, signedMandate } from './signed-mandate.ts';
export { findNamedSigner, findSignerRole } from './signer-role.ts';
export { readSigningClaims, type SigningClaims } from './signing-claims.ts';
export type { SubmissionContext, SubmissionExpectations, SubmissionPorts } from './steps/step.ts';
export {
  type FlattenedJws,
  flattenedJws,
  type PasskeyAssertion,
  passkeyAssertion,
  type Receipt,
  receipt,
  reportStep,
  type SubmissionAnswer,
  type SubmissionEnvelope,
  type SubmissionEvidence,
  submissionAnswer,
  submissionEnvelope,
  submissionEvidence,
} from './submission.ts';
export {
  readSubmissionFile,
  type SingleSubmissionFile,
  type SubmissionFile,
  splitSubmissionFile,
  submissionFile,
  writeSubmissionFile,
} from './submission-file.ts';
export { decodeSubmissionHeader, type SubmissionHeader, submissionHeader, submissionJwsType } from './submission-header.ts';
export {
  attachingLifetimeSeconds,
  buildSubmissionRequest,
  readSubmissionRequest,
  requestLifetimeSeconds,
  type SubmissionRequest,
  type SubmissionRequestContent,
  signingQueryId,
  signingVct,
} from './submission-request.ts';
export {
  findStatusTokens,
  isContinuedBy,
  readComponents,
  type StatusTokens,
  type UnsignedComponent,
  type UnsignedHeader,
  unsignedHeader,
} from './unsigned-header.ts';
export {
  type BrokenLink,
  type LongTermEvidence,
  type LongTermPorts,
  type LongTermProof,
  readPresentedStatus,
  verifyLongTerm,
} from './verify-long-term.ts';
export {
  type AssertionExpectations,
  type ListedPasskey,
  type PasskeyPorts,
  readDerSignature,
  type VerifyRs256,
  verifyPasskeyAssertion,
} from './verify-passkey-assertion.ts';
export { submissionSteps, type VerifiedSubmission, verifySubmission } from './verify-submission.ts';
export { hashView, type View, type ViewLine, type ViewSection } from './view.ts';
export {
  type AwaitedSignature,
  awaitedSignature,
  coSubmissionAnswer,
  coSubmissionEvidence,
  readWaitingJws,
  writeWaitingJws,
} from './waiting-jws.ts';
