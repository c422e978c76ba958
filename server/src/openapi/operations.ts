import { attachmentOperations } from './attachment-operations.ts';
import { eventOperations } from './event-operations.ts';
import { logOperations } from './log-operations.ts';
import type { Operation } from './operation.ts';
import { otherOperations } from './other-operations.ts';
import { verifyOperations } from './verify-operations.ts';

/** Everything that an agency's own system can ask of this server, and what auditors can. A test holds it to the routes that there are. */
export const operations: readonly Operation[] = [
  ...verifyOperations,
  ...otherOperations,
  ...attachmentOperations,
  ...eventOperations,
  ...logOperations,
];
