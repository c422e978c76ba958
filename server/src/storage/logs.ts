import type { Bytes } from '@daricheh/shared/credential';
import type { LogEntry, LoggedEntry } from '@daricheh/shared/log';
import type { TileName, TreeHead } from '@daricheh/shared/merkle';
import type { CaseName } from './case-name.ts';
import type { Announcement } from './outbox.ts';

/** What is to be logged. The log keeps a salted hash of the content, and under which id the content itself is kept. */
export type LogFact = {
  readonly kind: LogEntry['kind'];
  /** Id of the submission or event; id of the offer whose documents changed their status. */
  readonly subject: string;
  readonly content: Bytes;
  /** What the agency's own system is told of it; absent where it is told nothing. */
  readonly announce?: Announcement;
};

/** An entry with what opens its commitment; `salt` is base64url. */
export type OpenEntry = LoggedEntry & { readonly salt: string };

/**
 * An agency's tamper-evident log. Only the stores of what is logged add to it, each in the transaction of the deed, so that the
 * order of entries is the order of commits, without a gap.
 */
export type LogStore = {
  /** How many entries there are, and the root of the tree over them. */
  readHead(agency: string): Promise<TreeHead>;
  /** Up to `count` entries in their order, from index `start` on. */
  list(query: { readonly agency: string; readonly start: number; readonly count: number }): Promise<readonly LoggedEntry[]>;
  /** The hashes of one tile, as many as there are by now. */
  readTile(name: TileName & { readonly agency: string }): Promise<readonly Bytes[]>;
  /** The entry of a case's receipt; null when there is none, or its salt was erased. */
  findReceipt(name: CaseName): Promise<OpenEntry | null>;
};
