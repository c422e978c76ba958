import * as z from 'zod/mini';
import { fieldState } from '../autofill/snapshot.ts';
import { snapshotLimits } from '../autofill/snapshot-limits.ts';
import { maxUploads } from './upload-limits.ts';

const text = z.string().check(z.maxLength(snapshotLimits.text));
const texts = z.array(text).check(z.maxLength(6));

/** One `<input type=file>` as the page shows it. Every text is the page's own claim. */
export const uploadField = z.strictObject({
  /** Place among the file boxes of the frame; names the box in later messages. */
  handle: z.number().check(z.int(), z.gte(0)),
  name: text,
  id: text,
  labels: texts,
  aria: text,
  description: text,
  title: text,
  /** All the text of the largest element that holds this box and no other control. */
  box: text,
  /** Captions of the fieldsets around it, the innermost first. */
  groups: texts,
  /** Headings above it, the nearest first. */
  headings: texts,
  accept: text,
  /** It takes several files at once. */
  multiple: z.boolean(),
  /** What the page's attributes say of the size of a file, as they stand; empty where they say nothing. */
  sizeHint: z.string().check(z.maxLength(40)),
  state: fieldState,
  /** Somebody has chosen a file already. */
  hasFile: z.boolean(),
  /** Origin that its form posts to; null where it is no address of the web. */
  actionOrigin: z.nullable(z.string().check(z.maxLength(300))),
});
export type UploadField = z.infer<typeof uploadField>;

/** A frame's file boxes, read at one moment. */
export const uploadSnapshot = z.strictObject({
  title: text,
  lang: z.string().check(z.maxLength(35)),
  fields: z.array(uploadField).check(z.maxLength(maxUploads)),
  /** Digest of what names the boxes; another one means other questions. */
  mark: z.string().check(z.maxLength(40)),
});
export type UploadSnapshot = z.infer<typeof uploadSnapshot>;

/** What became of one file. `changed`: the page let it go again. `taken`: somebody chose one meanwhile. `unseen`: nobody can see the box. */
export type UploadOutcome = 'written' | 'changed' | 'taken' | 'unseen' | 'gone';
export type UploadAnswer = { readonly kind: 'form-changed' } | { readonly kind: 'done'; readonly results: readonly UploadResult[] };
/** `name`: of the file; a box may have got several. */
export type UploadResult = { readonly handle: number; readonly name: string; readonly outcome: UploadOutcome };

/** A file on its way into a box. `data`: base64url. */
export const uploadFile = z.strictObject({
  handle: z.number().check(z.int(), z.gte(0)),
  name: z.string().check(z.regex(/^[a-z0-9-]{1,60}\.(pdf|jpe?g|png)$/)),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  data: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
});
export type UploadFile = z.infer<typeof uploadFile>;
