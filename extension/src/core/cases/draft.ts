import { draftLimits } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(draftLimits.chars));

export const draftValue = z.strictObject({
  field: z.string().check(z.minLength(1), z.maxLength(100)),
  texts: z.readonly(z.array(text).check(z.maxLength(draftLimits.texts))),
});

/** What a page hands over to be kept. `page`: where the citizen goes on with it; `title`: the page's own words. */
export const draftContent = z.strictObject({
  form: z.string().check(z.maxLength(2048)),
  page: z.string().check(z.maxLength(2048)),
  title: z.string().check(z.maxLength(draftLimits.title)),
  values: z.readonly(z.array(draftValue).check(z.maxLength(draftLimits.values))),
});
export type DraftContent = z.infer<typeof draftContent>;

/** A form that was begun (stored shape, version 1): one for each form of each origin. Its id is drawn at random, since ids lie beside the sealed item. */
export const draft = z.extend(draftContent, {
  version: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  origin: z.string().check(z.maxLength(300)),
  beganAtMs: z.number(),
  savedAtMs: z.number(),
});
export type Draft = z.infer<typeof draft>;

/** A draft as the wallet's pages list it, without what was written in it. `agency`: where the trust list names one at its origin. */
export type DraftLine = Pick<Draft, 'id' | 'origin' | 'page' | 'title' | 'beganAtMs' | 'savedAtMs'> & {
  readonly agency: LocalizedText | null;
};
