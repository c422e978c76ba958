import * as z from 'zod/mini';

/** A message that carries nothing. */
export const nothing = z.strictObject({});
export const base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(4096));
/** One tab of the browser. */
export const tabId = z.strictObject({ tabId: z.number() });
/** One question that waits for the citizen. */
export const promptId = z.strictObject({ id: z.string() });
/** One item that the wallet keeps. */
export const itemId = z.strictObject({ id: z.string() });
