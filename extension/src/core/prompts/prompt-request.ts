import { earlierSubmission } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import { readFile } from '../consent/page-file.ts';

/**
 * What a question is about, as it came: nothing in it has been checked yet, and of the citizen's nothing stands in it but what their
 * files are called.
 * It lies in memory beside the question, so that a worker that was stopped can go on.
 */
export const promptRequest = z.union([
  z.strictObject({
    kind: z.literal('present'),
    channel: z.literal('dc_api'),
    /** The page script's own name for the call. */
    requestId: z.string(),
    /** Those of `navigator.credentials.get`, as JSON text. */
    requests: z.string(),
    /** Which of them is answered; null before the first look. */
    entry: z.nullable(z.number()),
  }),
  z.strictObject({
    kind: z.literal('present'),
    channel: z.literal('link'),
    href: z.string(),
    /** What the link led to; null before the first look. Fetched once, so that what is answered is what was shown. */
    fetched: z.nullable(z.strictObject({ requestObject: z.string(), walletNonce: z.nullable(z.string()) })),
  }),
  z.strictObject({
    kind: z.literal('receive'),
    href: z.string(),
    /** What the citizen accepted, with its tokens, while the passkey is asked. */
    grant: z.nullable(z.string()),
    /** The sign-in at the issuer: the tab that it was opened in, and what it is (null once that was answered), or the code it failed with. */
    signIn: z.nullable(z.strictObject({ tabId: z.number(), pending: z.nullable(z.string()), failed: z.nullable(z.string()) })),
  }),
  z.strictObject({
    kind: z.literal('sign'),
    formUri: z.string(),
    locale: z.enum(['fa', 'en']),
    nonce: z.string(),
    salt: z.string(),
    /** The case that it amends, where the wallet opened its page for that and the citizen has not said no; nothing that a page says. */
    amends: z.nullable(z.extend(earlierSubmission, { caseId: z.string() })),
    /** The mandate that the citizen has chosen to sign under, of several that fit; the id of that document. */
    mandateId: z.nullable(z.string()),
    /** Hash of the manifest that the window shows; null before the first look. */
    manifestHash: z.nullable(z.string()),
    /** The files that were read for it, by name and hash, without their bytes. */
    files: z.array(readFile),
    /** The agency's signed request for it. */
    requestObject: z.nullable(z.string()),
  }),
]);
export type PromptRequest = z.infer<typeof promptRequest>;
