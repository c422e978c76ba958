import type { FieldWrite } from './plan/fill-plan.ts';
import type { PageSnapshot } from './snapshot.ts';

/**
 * A document of a tab. `origin`: as the browser gives it, `null` for one that has none of its own. `path`: of its address, without query and fragment. `inner`: the origins of the frames in it, by their
 * addresses; some of these the browser may keep us out of.
 */
export type FrameInfo = {
  readonly documentId: string;
  readonly isTop: boolean;
  readonly origin: string;
  readonly path: string;
  readonly inner: readonly string[];
};

/**
 * What became of one value. `rejected`: the control takes it in no spelling, so it was put back. `refused`: it stands there, and the page speaks against
 * it. `changed`: the page made something else of it. `kept`: the citizen had typed something there meanwhile. `unseen`: nobody can see the control. `gone`: it
 * is no longer there, or asks something else.
 */
export type WriteOutcome = 'written' | 'rejected' | 'refused' | 'changed' | 'kept' | 'unseen' | 'gone';

/** `note`: the page's own words against a value that it refused. */
export type WriteResult = { readonly handle: number; readonly outcome: WriteOutcome; readonly note?: string };

/**
 * How many fields are as they were before. `left`: the handles, in the page as it is now, of those that did not go back, as where a widget has no empty answer.
 * `gone`: how many are no longer in the page, as those of a step that it has left.
 */
export type UndoAnswer = { readonly restored: number; readonly left: readonly number[]; readonly gone: number };

/** `form-changed`: the frame asks something else by now, and nothing was written. */
export type WriteAnswer = { readonly kind: 'form-changed' } | { readonly kind: 'done'; readonly results: readonly WriteResult[] };

/** What the background asks of a tab's documents. All but `listFrames` throw AppError `page_gone` when the document has left. */
export type PagePort = {
  readonly listFrames: (tabId: number) => Promise<readonly FrameInfo[]>;
  readonly snapshot: (tabId: number, documentId: string) => Promise<PageSnapshot>;
  readonly write: (
    tabId: number,
    documentId: string,
    order: { readonly mark: string; readonly writes: FieldWrite[] },
  ) => Promise<WriteAnswer>;
  readonly undo: (tabId: number, documentId: string) => Promise<UndoAnswer>;
  /** True as soon as the document's form is another, or at another stage, than this; false when the time is over. */
  readonly wait: (
    tabId: number,
    documentId: string,
    seen: { readonly mark: string; readonly stage: string; readonly forMs: number },
  ) => Promise<boolean>;
};
