import type { SiteDescription } from '../../consent/describe-site.ts';
import type { WriteResult } from '../page-port.ts';
import type { FramePlan } from './fill-plan.ts';

/**
 * One document of the tab, with what would be written into it. `foreign`: its own origin, where that is not the page's; the citizen has let it be read after
 * both were named.
 */
export type FrameView = { readonly documentId: string; readonly foreign: string | undefined; readonly plan: FramePlan };

/**
 * A frame that gets nothing. `cross-origin`: it belongs to another site than the page around it; `unsupported`: the browser gives it no origin of its own
 * (sandboxed, srcdoc, about:blank). `unsafe`: its origin is not secure, or only looks like an agency's. A `cross-origin` frame is filled once the citizen allows
 * it, this document alone. `shut`: another site's, and the browser keeps the wallet out of it.
 */
export type RefusedFrame =
  | { readonly why: 'cross-origin'; readonly origin: string; readonly documentId: string }
  | { readonly why: 'unsafe' | 'shut'; readonly origin: string }
  | { readonly why: 'unsupported' };

/** A foreign frame that the citizen has allowed: the document, and the origin that was named. */
export type AllowedFrame = { readonly documentId: string; readonly origin: string };

/** The member of the family whom one step of one document's form is about, as the citizen has said. */
export type PickedRelative = { readonly documentId: string; readonly stage: string; readonly id: string };

/** A site on which the wallet may fill. */
export type FillableSite = Extract<SiteDescription, { kind: 'registered' | 'unknown' }>;

/** What the panel shows beside a page. */
export type FillView =
  /** Not a place where the wallet fills: the description says why. */
  | { readonly kind: 'closed'; readonly site: SiteDescription }
  /** The page does not answer: it is loading, or of a kind that takes no script. */
  | { readonly kind: 'unreadable'; readonly site: SiteDescription }
  | {
      readonly kind: 'open';
      readonly site: FillableSite;
      readonly frames: readonly FrameView[];
      readonly refused: readonly RefusedFrame[];
      /** How many fields of this site's form were filled in this tab before: the steps of one form, or what came to light after a fill. */
      readonly filledBefore: number;
      /** False while the wallet has no document and no fact to fill with. */
      readonly hasData: boolean;
    };

/** The end of one fill. `form-changed`: some frame asks something else than what was shown; then nothing at all was written. */
export type FillResult =
  | { readonly kind: 'form-changed' }
  | {
      readonly kind: 'done';
      readonly outcomes: readonly (WriteResult & { readonly documentId: string })[];
    };

/** The end of taking back, over all frames. */
export type UndoResult = {
  readonly restored: number;
  readonly left: readonly { readonly documentId: string; readonly handle: number }[];
  readonly gone: number;
};
