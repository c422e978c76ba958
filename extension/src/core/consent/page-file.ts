import * as z from 'zod/mini';

/** One file that a page's form holds. `control` and `index` say where; the rest is what the browser says of it, without its bytes. */
export const pageFile = z.strictObject({
  control: z.string(),
  index: z.number(),
  name: z.string(),
  size: z.number(),
  modifiedAtMs: z.number(),
});
export type PageFile = z.infer<typeof pageFile>;

/** The same, read: SHA-256 of its bytes (base64url), and what its first bytes say that it is; null for none that a form may take. */
export const readFile = z.strictObject({
  ...pageFile.shape,
  sha256: z.string(),
  mediaType: z.nullable(z.enum(['application/pdf', 'image/jpeg', 'image/png'])),
});
export type ReadFile = z.infer<typeof readFile>;

/** A part of a file, as it travels: so many bytes at most, in base64url. No message is longer than a browser lets through, and no file is held twice. */
export const pieceBytes = 1_048_576;
