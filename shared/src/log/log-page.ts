import * as z from 'zod/mini';
import { logEntry } from './log-entry.ts';

/** An entry as it is published and exported: with its index, and the root of the tree that ends with it (base64url). */
export const loggedEntry = z.strictObject({
  index: z.int().check(z.nonnegative()),
  ...logEntry.shape,
  root: z.string(),
  /**
   * The day (UTC) on which what it stands for was erased with its salt; absent while it stands. No part of the leaf: the tree is
   * the same before and after. A day, and not the hour, so that entries erased together are less easily told to belong together.
   */
  erasedOn: z.optional(z.iso.date()),
});
export type LoggedEntry = z.infer<typeof loggedEntry>;

/** How many entries one page may hold. */
export const maxPageEntries = 1000;

/** Entries in their order, from the index that was asked for. */
export const logPage = z.strictObject({ entries: z.array(loggedEntry).check(z.maxLength(maxPageEntries)) });
