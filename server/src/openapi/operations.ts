import type { Operation } from './operation.ts';
import { otherOperations } from './other-operations.ts';
import { verifyOperations } from './verify-operations.ts';

/** Everything that an agency's own system can ask of this server with its API key. A test holds it to the routes that there are. */
export const operations: readonly Operation[] = [...verifyOperations, ...otherOperations];
