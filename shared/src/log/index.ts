export {
  checkConsistency,
  issueCheckpoint,
  type LogCheckpoint,
  logCheckpoint,
  openCheckpoint,
  servedCheckpoint,
} from './log-checkpoint.ts';
export { commitTo, encodeLogEntry, type LogEntry, logEntryKinds, saltLength } from './log-entry.ts';
export { type LoggedEntry, loggedEntry, logPage, maxPageEntries } from './log-page.ts';
export { consistencyPath, type LogProof, logProof, verifyLogProof, verifyReceiptInLog } from './log-proof.ts';
