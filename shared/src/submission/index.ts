export { type FormDefinition, type FormField, fee, formDefinition, formField } from './form-definition.ts';
export { type AnswerSource, answer, answerSource, type Manifest, manifest } from './manifest.ts';
export {
  flattenedJws,
  type PasskeyAssertion,
  passkeyAssertion,
  type Receipt,
  receipt,
  reportStep,
  type SubmissionAnswer,
  type SubmissionEnvelope,
  submissionAnswer,
  submissionEnvelope,
} from './submission.ts';
