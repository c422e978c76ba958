import type { CaseName } from './case-name.ts';

/** What the citizen asked for, and what came of it. */
export type ErasureRequest = {
  readonly requestedAt: Date;
  /** Null while nobody has decided. A request that was granted is gone with the rest. */
  readonly refused: { readonly at: Date /** To the citizen. */; readonly reason: string } | null;
};

/** An act as the case's history tells it. `actor`: id of a caseworker; null for the citizen or the server itself. */
export type ErasureAct = { readonly id: string; readonly at: Date; readonly actor: string | null };

/** Erasing what the agency holds of a case. Each act is an event in the case and an entry in the log. */
export type ErasureStore = {
  /**
   * Writes that the citizen asks for it; a request that was refused may be made again. False, and nothing written, when one
   * waits already, or there is no such case any more.
   */
  request(name: CaseName, act: ErasureAct): Promise<boolean>;
  /** Writes that a waiting request is refused, and why. False, and nothing written, when none waits. */
  refuse(name: CaseName, act: ErasureAct & { readonly reason: string }): Promise<boolean>;
  /**
   * Takes away, for good, all that is held of a case: submissions, receipt, evidence, events and their notes, look-ups, answers kept
   * under idempotency keys, the names of files (whose bytes are then nobody's), events that were not told yet, the request itself, and the salts and subjects of its entries in the log. What stays is that
   * there was a case of that number and form, when it came and was erased, and the log, whose entries say nothing of it any
   * more and stay in the tree. False, and nothing written, when it was erased before or there is no such case.
   */
  erase(name: CaseName, act: ErasureAct): Promise<boolean>;
  /** Cases that were decided and whose time to be kept is over at `now`, the oldest first; at most `limit`. */
  listOverdue(query: { readonly agency: string; readonly now: Date; readonly limit: number }): Promise<readonly CaseName[]>;
};
