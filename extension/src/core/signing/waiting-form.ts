import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';
import { filledPage } from '../cases/filled-page.ts';

/** A form that was reviewed and waits to be signed with others (stored shape, version 1). */
export const waitingForm = z.strictObject({
  id: z.string(),
  agency: z.strictObject({ id: z.string(), name: localizedText }),
  title: localizedText,
  /** The page that it was filled in, for who wants to change it. */
  pageUri: z.url(),
  /** The name that a draft of the form bears. Absent where it can have none: one that takes a case back. */
  draft: z.optional(z.string()),
  /** The manifest's bytes as reviewed, base64url. The origin that the browser saw stands in them. */
  manifest: z.string(),
  /** The definition that it answers, as the agency sealed it: a compact JWS. */
  formJws: z.string(),
  keptAtMs: z.number(),
  /** Absent in forms from before it was kept, and of withdrawals. */
  filled: z.optional(filledPage),
});
export type WaitingForm = z.infer<typeof waitingForm>;
