import * as z from 'zod/mini';
import { snapshotLimits } from './snapshot-limits.ts';

const text = z.string().check(z.maxLength(snapshotLimits.text));
const texts = z.array(text).check(z.maxLength(snapshotLimits.groups));
const index = z.number().check(z.int(), z.gte(0));

/** Whether a person sees the control and could change it. Anything but `visible` is never written. */
export const fieldState = z.enum([
  'visible',
  'hidden',
  'transparent',
  'too-small',
  'off-screen',
  'clipped',
  'covered',
  'disabled',
  'read-only',
]);
export type FieldState = z.infer<typeof fieldState>;

/** One answer that a field offers: an option of a select, or a radio button. */
export const fieldOption = z.strictObject({
  value: z.string().check(z.maxLength(snapshotLimits.optionText)),
  text: z.string().check(z.maxLength(snapshotLimits.optionText)),
  /** Handle of the radio button; a select's options have none. */
  handle: z.optional(index),
});
export type FieldOption = z.infer<typeof fieldOption>;

/** One control as the page shows it: a select, a text box, or a whole group of radio buttons. Nothing that the person typed is in it. */
export const pageField = z.strictObject({
  /** Place among all controls of the frame; names the control in later messages. */
  handle: index,
  control: z.enum(['text', 'select', 'radio', 'checkbox', 'editable']),
  /** The `type` that the browser acts on; `textarea`, `select-one`, `select-multiple` for those elements. */
  type: z.string().check(z.maxLength(20)),
  name: text,
  id: text,
  classes: text,
  autocomplete: text,
  inputMode: text,
  pattern: text,
  maxLength: z.number(),
  required: z.boolean(),
  /** True where the answer is chosen from a list that opens beside the control (ARIA combobox, listbox): its options may not be known before. */
  opensList: z.optional(z.boolean()),
  state: fieldState,
  /** True when something stands in it already. */
  hasValue: z.boolean(),
  /** Texts of label elements bound to the control, the nearest first. */
  labels: texts,
  /** aria-labelledby or aria-label. */
  aria: text,
  /** aria-describedby. */
  description: text,
  placeholder: text,
  title: text,
  /** The table cell before its own in the row. */
  cell: text,
  /** The header of its column. */
  column: text,
  /** All the text of the largest element that holds this control and no other. */
  box: text,
  /** The lines of text since the control before it, the nearest first. */
  before: texts,
  /** The first line of text after it, before the next control. */
  after: text,
  /** Captions of the fieldsets and groups around it, the innermost first. */
  groups: texts,
  /** Headings above it, the deepest first. */
  headings: texts,
  /** Index into `forms`; -1 outside any form. */
  form: z.number().check(z.int(), z.gte(-1)),
  options: z.array(fieldOption).check(z.maxLength(snapshotLimits.options)),
});
export type PageField = z.infer<typeof pageField>;

/** A form as the page has it; its fields name it by their index. */
export const pageForm = z.strictObject({
  /** Origin that the form posts to; null where it is not a web address. */
  actionOrigin: z.nullable(z.string().check(z.maxLength(300))),
  name: text,
  /** True when a password is asked in it. */
  hasPassword: z.boolean(),
  /** The words on its submit buttons. */
  submit: text,
});
export type PageForm = z.infer<typeof pageForm>;

/** One frame's forms, read at one moment. It comes from beside a page that may be hostile: every text in it is a claim. */
export const pageSnapshot = z.strictObject({
  title: text,
  lang: z.string().check(z.maxLength(35)),
  fields: z.array(pageField).check(z.maxLength(snapshotLimits.fields)),
  forms: z.array(pageForm).check(z.maxLength(snapshotLimits.fields)),
  /** Intervals [first, last] of fields that share a container, by place in `fields`; inner ones before the outer ones that hold them. */
  clusters: z.array(z.tuple([index, index])).check(z.maxLength(2 * snapshotLimits.fields)),
  /** True when the page holds more than was read. */
  isCut: z.boolean(),
  /** Digest of what names and labels the controls; another one means another form. */
  mark: z.string().check(z.maxLength(40)),
  /** Digest of which controls can be seen and how much their lists offer; another one means another step of the same form. */
  stage: z.optional(z.string().check(z.maxLength(40))),
});
export type PageSnapshot = z.infer<typeof pageSnapshot>;
