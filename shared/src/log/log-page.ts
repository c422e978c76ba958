import * as z from 'zod/mini';
import { logEntry } from './log-entry.ts';

/** An entry as it is published and exported: with its index, and the root of the tree that ends with it (base64url). */
export const loggedEntry = z.strictObject({ index: z.int().check(z.nonnegative()), ...logEntry.shape, root: z.string() });
export type LoggedEntry = z.infer<typeof loggedEntry>;

/** How many entries one page may hold. */
export const maxPageEntries = 1000;

/** Entries in their order, from the index that was asked for. */
export const logPage = z.strictObject({ entries: z.array(loggedEntry).check(z.maxLength(maxPageEntries)) });
