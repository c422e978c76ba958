import { answerSource } from '@daricheh/shared/submission';
import { localizedText } from '@daricheh/shared/trust';
import * as z from 'zod/mini';
import { actsFor } from '../cases/acts-for.ts';
import { familyRelation } from '../family/family-member.ts';

/** How the citizen's data left the wallet. What is written into a page can be read by that page at once, so a fill is a release. */
export const releaseKind = z.enum(['presentation', 'fill', 'submission']);
export type ReleaseKind = z.infer<typeof releaseKind>;

/** One datum that left: its name and where it came from; never its value. */
export const releasedItem = z.strictObject({
  /** Id in the vocabulary, or null where the receiver asked for something that has none. */
  datum: z.nullable(z.string()),
  /** Whose datum it is, where it is a member of the family's. */
  whose: z.optional(familyRelation),
  label: localizedText,
  source: answerSource,
  /**
   * Of a fill, what the page was given: who issued it (null: the citizen said so themselves), and since when it stands, in milliseconds since 1970. A
   * presentation and a signed form show the document itself.
   */
  vouched: z.optional(z.strictObject({ issuer: z.nullable(localizedText), sinceMs: z.number() })),
});
export type ReleasedItem = z.infer<typeof releasedItem>;

/**
 * One row of the ledger (version 1): who received what, when, and why. Written before the data leaves; `outcome` is
 * `sent` once the receiver has answered, and `unknown` when it did not, for then the data may have arrived.
 */
export const release = z.strictObject({
  id: z.string(),
  kind: releaseKind,
  atMs: z.number(),
  receiver: z.strictObject({
    origin: z.string(),
    /** Id and name in the trust list; null where the origin is not registered. */
    agency: z.nullable(z.strictObject({ id: z.string(), name: localizedText })),
  }),
  /** The receiver's registered purpose, or the form's; null where none was given. */
  purpose: z.nullable(localizedText),
  items: z.array(releasedItem),
  /** In whose place a form was signed, the one value that a row keeps; absent where it was the citizen's own. */
  actsFor: z.optional(actsFor),
  outcome: z.enum(['sent', 'unknown']),
  /** Case that a submission opened. */
  caseNumber: z.optional(z.string()),
});
export type Release = z.infer<typeof release>;

export type ReleaseFilter = {
  readonly kind?: ReleaseKind | undefined;
  readonly origin?: string | undefined;
  readonly datum?: string | undefined;
};

/** The rows that match every given part of `filter`, newest first. */
export function filterReleases(releases: readonly Release[], filter: ReleaseFilter): Release[] {
  return releases
    .filter((row) => filter.kind === undefined || row.kind === filter.kind)
    .filter((row) => filter.origin === undefined || row.receiver.origin === filter.origin)
    .filter((row) => filter.datum === undefined || row.items.some((item) => item.datum === filter.datum && item.whose === undefined))
    .sort((a, b) => b.atMs - a.atMs);
}

/** The ledger as a file that people and programs can read: JSON, oldest row first, times in ISO 8601. */
export function exportReleases(releases: readonly Release[]): string {
  const rows = [...releases].sort((a, b) => a.atMs - b.atMs).map(({ atMs, ...row }) => ({ at: new Date(atMs).toISOString(), ...row }));
  return `${JSON.stringify({ type: 'daricheh.releases.v1', releases: rows }, null, 2)}\n`;
}
