import type { NamedEarlier } from '../submission/index.ts';
import type { LocalizedText } from '../trust/index.ts';
import type { FileKind, Finding, Verdict } from './finding.ts';

/** What a file is, and what came of each rule. */
export type CheckReport = {
  readonly kind: FileKind;
  /** Of an owner's own record it says that the record is one: never that anybody received what it tells of. */
  readonly verdict: Verdict;
  /** By the clock of whoever checked (RFC 3339). */
  readonly checkedAt: string;
  /** Null where the signed bytes could not be read. */
  readonly about: {
    /** Of the form; of an owner's own record the page's title, in whichever language that was. */
    readonly title: LocalizedText;
    /** Null where no agency takes part. */
    readonly agency: LocalizedText | null;
    readonly origin: string;
    /** SHA-256 over the signed bytes, base64url. */
    readonly manifestHash: string;
    /** What it says that it amends or withdraws; null where it stands for itself. */
    readonly earlier: NamedEarlier | null;
    /** What lies beside and says that it amends or withdraws this. Whether that holds is for its own check. */
    readonly later: readonly { readonly kind: NamedEarlier['kind']; readonly name: string }[];
  } | null;
  readonly findings: readonly Finding[];
};
