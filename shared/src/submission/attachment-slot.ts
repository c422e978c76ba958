import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';

/** What may be attached, each with the ends that its files' names bear; the first is the usual one. Each can be told by its bytes, and none is a program. */
export const attachmentTypes = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type AttachmentType = keyof typeof attachmentTypes;

/** True when files of that media type may be attached. */
export function isAttachmentType(type: string): type is AttachmentType {
  return Object.hasOwn(attachmentTypes, type);
}

/** No file is larger, whatever a form allows: 25 MiB. */
export const maxAttachmentBytes = 26_214_400;

/** One place of a form for files. `control` is the name of the `<input type=file>` that holds them in the agency's page. */
export const attachmentSlot = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  control: z.string().check(z.minLength(1)),
  label: localizedText,
  mediaTypes: z.array(z.enum(['application/pdf', 'image/jpeg', 'image/png'])).check(z.minLength(1)),
  /** Of one file. */
  maxBytes: z.number().check(z.int(), z.gte(1), z.lte(maxAttachmentBytes)),
  maxFiles: z.number().check(z.int(), z.gte(1), z.lte(10)),
  required: z.boolean(),
});
export type AttachmentSlot = z.infer<typeof attachmentSlot>;

/** A file that a manifest names, and the slot that it stands in. */
export const attachment = z.strictObject({
  slot: z.string(),
  /** Of the slot. */
  label: localizedText,
  name: z.string(),
  mediaType: z.string(),
  /** SHA-256 over the file's bytes, base64url. */
  sha256: z.string(),
  /** In bytes. */
  size: z.number(),
});
export type Attachment = z.infer<typeof attachment>;
