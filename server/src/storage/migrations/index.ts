import type { Migration } from '../migration.ts';
import { recordsAndSessions } from './0001-records-and-sessions.ts';
import { submissionsAndCases } from './0002-submissions-and-cases.ts';
import { caseworkers } from './0003-caseworkers.ts';
import { issuedCredentials } from './0004-issued-credentials.ts';
import { staff } from './0007-staff.ts';
import { trustLists } from './0008-trust-lists.ts';
import { statusRechecks } from './0009-status-rechecks.ts';
import { endsOfCredentials } from './0010-ends-of-credentials.ts';
import { logs } from './0011-logs.ts';
import { submissionEvidence } from './0012-submission-evidence.ts';
import { outbox } from './0013-outbox.ts';
import { erasure } from './0014-erasure.ts';
import { attachments } from './0015-attachments.ts';
import { renewals } from './0016-renewals.ts';
import { amendments } from './0017-amendments.ts';
import { signatures } from './0018-signatures.ts';
import { firstSigners } from './0019-first-signers.ts';
import { mandates } from './0020-mandates.ts';

/** In their order; the number of a migration is its place here, counted from 1. One that has shipped never changes. */
export const migrations: readonly Migration[] = [
  recordsAndSessions,
  submissionsAndCases,
  caseworkers,
  issuedCredentials,
  staff,
  trustLists,
  statusRechecks,
  endsOfCredentials,
  logs,
  submissionEvidence,
  outbox,
  erasure,
  attachments,
  renewals,
  amendments,
  signatures,
  firstSigners,
  mandates,
];
