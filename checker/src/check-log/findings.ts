/** What is off in a log. Indexes are counted from 0, as in the log itself. */
export type Finding =
  /** A line or row that is no entry: the how-manieth, counted from 1. */
  | { readonly kind: 'unreadable'; readonly line: number }
  /** The root that stands beside the entry does not follow from it and those before it: it was altered, or took another's place. */
  | { readonly kind: 'altered'; readonly index: number }
  /** Entries from `index` up to `last` are not there, though later ones are. */
  | { readonly kind: 'missing'; readonly index: number; readonly last: number }
  /** An entry of this index stands where a later one belongs: it was put in, or changed places. */
  | { readonly kind: 'misplaced'; readonly index: number }
  /** The entry is dated before the one that precedes it. */
  | { readonly kind: 'clock-back'; readonly index: number }
  /** The log ends too early: it once reached up to `last`. */
  | { readonly kind: 'cut-off'; readonly index: number; readonly last: number }
  /** The log holds together, and is another than the one that a kept checkpoint speaks of: what stands between was written anew. */
  | { readonly kind: 'rewritten'; readonly index: number; readonly last: number }
  /** Two checkpoints of one size have different roots: different people were shown different logs. */
  | { readonly kind: 'split-view'; readonly size: number }
  /** What is stored is not what this entry committed to, or is gone though it was not erased. */
  | { readonly kind: 'content'; readonly index: number }
  /** A checkpoint, by its file or address, that does not bear the seal it should; `what` as in the error. */
  | { readonly kind: 'seal'; readonly name: string; readonly what: string };

export type ErasedEntries = { readonly on: string; readonly entries: number };

export type AuditResult = {
  /** Entries that were read. */
  readonly size: number;
  /** Root of the tree over them, base64url. */
  readonly root: string;
  /** Entries in the tree whose content was erased with its salt, by the day (UTC) on which that was. */
  readonly erased: readonly ErasedEntries[];
  readonly findings: readonly Finding[];
};
