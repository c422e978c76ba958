import * as z from 'zod/mini';
import { pageSnapshot } from '../autofill/snapshot.ts';
import { snapshotLimits } from '../autofill/snapshot-limits.ts';
import { sentLimits } from './sent-limits.ts';

const index = z.number().check(z.int(), z.gte(0));
const value = z.string().check(z.maxLength(sentLimits.value));
const text = z.string().check(z.maxLength(snapshotLimits.text));

/**
 * A form at the moment at which it is sent, as our script in the page read it: every word in it is the page's claim. No value of a password, a login or a
 * card is among `values`.
 */
export const sentForm = z.strictObject({
  /** Of the frame; the fields of this form alone. */
  snapshot: pageSnapshot,
  /** What stands in the fields, by their handles; of a choice the words that the page shows. */
  values: z.array(z.strictObject({ handle: index, value })).check(z.maxLength(snapshotLimits.fields)),
  /** Names of chosen files, by the words beside their box. */
  files: z
    .array(z.strictObject({ label: text, name: z.string().check(z.maxLength(sentLimits.fileName)) }))
    .check(z.maxLength(sentLimits.files)),
  path: z.string().check(z.maxLength(sentLimits.path)),
  sentTo: z.strictObject({ origin: z.url(), path: z.string().check(z.maxLength(sentLimits.path)), method: z.enum(['get', 'post']) }),
  sentBy: z.enum(['form', 'script']),
});
export type SentForm = z.infer<typeof sentForm>;
