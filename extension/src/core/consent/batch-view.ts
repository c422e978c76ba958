import type { ErrorCode } from '@daricheh/shared/errors';
import type { View } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { NamedAgency } from './asker.ts';
import type { GestureRequest, SubmissionOutcome } from './prompt-view.ts';

/** A reviewed form that waits to be signed, as a list shows it. */
export type WaitingLine = {
  readonly id: string;
  readonly agency: NamedAgency;
  readonly title: LocalizedText;
  /** The page that it was filled in. */
  readonly pageUri: string;
  readonly keptAtMs: number;
  /** It takes an earlier submission back. */
  readonly isWithdrawal: boolean;
};

/** The same with everything that a signature would cover. */
export type WaitingView = WaitingLine & {
  /** SHA-256 over the manifest's bytes, base64url: what comes back with the citizen's yes. */
  readonly manifestHash: string;
  readonly view: View;
  /** The same form of the same agency was kept again later. */
  readonly isOutdone: boolean;
};

/** All that waits, for the window in which it is signed. */
export type BatchView = {
  readonly forms: readonly WaitingView[];
  /** What every agency receives beside its form. */
  readonly nationalId: string;
};

/** A form that cannot be signed now, and why; it goes on waiting. */
export type LeftOut = { readonly id: string; readonly code: ErrorCode };

/** What comes before signing: one gesture for all that can be signed; null where nothing can. */
export type PreparedBatch = {
  readonly batch: { readonly id: string; readonly gesture: GestureRequest } | null;
  readonly leftOut: readonly LeftOut[];
};

/** What came of one form of a batch. `refused`: the agency said no, for good. */
export type BatchResult = {
  readonly agency: NamedAgency;
  readonly title: LocalizedText;
  readonly outcome: SubmissionOutcome | { readonly kind: 'refused'; readonly caseId: string; readonly code: ErrorCode };
};
