export type { CheckCall, CheckPorts, FileBeside } from './check-call.ts';
export { type CheckReport, checkSubmissionFile } from './check-submission-file.ts';
export {
  type CheckedRule,
  type CheckReason,
  type Clock,
  checkedRules,
  checkReasons,
  type Finding,
  type Outcome,
  type Verdict,
} from './finding.ts';
