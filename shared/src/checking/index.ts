export type { CheckCall, CheckPorts, FileBeside, SubmissionBeside } from './check-call.ts';
export { type Checkable, checkFile, listAttachments, maxCheckableLength, readCheckable } from './check-file.ts';
export { checkLocalProofFile } from './check-local-proof.ts';
export type { CheckReport } from './check-report.ts';
export { checkSubmissionFile } from './check-submission-file.ts';
export { describeBeside } from './describe-beside.ts';
export {
  type CheckedRule,
  type CheckReason,
  type Clock,
  checkedRules,
  checkReasons,
  type FileKind,
  type Finding,
  fileKinds,
  type Outcome,
  rulesOf,
  rulesOfSome,
  type Verdict,
} from './finding.ts';
