import { type ErrorCode, isErrorCode } from '@daricheh/shared/errors';
import * as z from 'zod/mini';

/**
 * Version 1 of what the wallet remembers of trust lists, beside the copy in its build. `pinned` names the roots of the
 * build that it goes with: another build that pins other roots begins anew.
 */
const storedTrust = z.strictObject({
  version: z.literal(1),
  pinned: z.string(),
  /** The greatest serial that was ever in use. */
  serial: z.number().check(z.int(), z.gte(1)),
  /** Of `Edition`; empty while the build's own copy is in use. */
  tokens: z.array(z.string()),
  lookedAtMs: z.nullable(z.number()),
  failure: z.nullable(z.custom<ErrorCode>(isErrorCode)),
});
export type StoredTrust = z.infer<typeof storedTrust>;

/** Where the wallet remembers it: outside the vault, since it is needed while that is locked, and nothing in it is secret. */
export type TrustStore = { read(): Promise<unknown>; write(stored: StoredTrust): Promise<void> };

/** What was remembered for a build that pins `pinned`; undefined when that is nothing, or nothing that can be read. */
export function parseStoredTrust(value: unknown, pinned: string): StoredTrust | undefined {
  const { data } = storedTrust.safeParse(value);
  return data?.pinned === pinned ? data : undefined;
}
