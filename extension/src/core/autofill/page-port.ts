import type { FieldWrite } from './plan/fill-plan.ts';
import type { PageSnapshot } from './snapshot.ts';

/** A document of a tab. `origin`: as the browser gives it, `null` for one that has none of its own. */
export type FrameInfo = { readonly documentId: string; readonly isTop: boolean; readonly origin: string };

/**
 * What became of one value. `rejected`: the control's own rules refuse it in every form, so it was put back. `changed`: the page made something else of it.
 * `unseen`: nobody can see the control. `gone`: it is no longer there.
 */
export type WriteOutcome = 'written' | 'rejected' | 'changed' | 'unseen' | 'gone';

export type WriteResult = { readonly handle: number; readonly outcome: WriteOutcome };

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
  readonly undo: (tabId: number, documentId: string) => Promise<number>;
};
