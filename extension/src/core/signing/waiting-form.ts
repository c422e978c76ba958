import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';

/** A form that was reviewed and waits to be signed with others (stored shape, version 1). */
export const waitingForm = z.strictObject({
  id: z.string(),
  agency: z.strictObject({ id: z.string(), name: localizedText }),
  title: localizedText,
  /** The page that it was filled in, for who wants to change it. */
  pageUri: z.url(),
  /** The definition's address as the page names it: a draft of the form bears it. Absent in forms that waited before it was kept. */
  formUri: z.optional(z.string()),
  /** The manifest's bytes as reviewed, base64url. The origin that the browser saw stands in them. */
  manifest: z.string(),
  /** The definition that it answers, as the agency sealed it: a compact JWS. */
  formJws: z.string(),
  keptAtMs: z.number(),
});
export type WaitingForm = z.infer<typeof waitingForm>;
