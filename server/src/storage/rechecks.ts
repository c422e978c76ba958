import type { StatusVerdict } from '@daricheh/shared/credential';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { CaseName, CaseState } from './case-name.ts';

export const recheckStates = ['waiting', 'valid', 'revoked', 'suspended'] as const satisfies readonly ('waiting' | StatusVerdict)[];

/** A submission that was taken on a list that was not fresh, and what became of it. */
export type Recheck = {
  readonly state: (typeof recheckStates)[number];
  /** When the list was issued on which it was taken. */
  readonly takenAsOf: Date;
  /** When a list was read that says more, and when that one was issued; null while it waits. */
  readonly settled: { readonly at: Date; readonly asOf: Date } | null;
};

/** Where the status stands that must be looked up again. */
export type StatusPlace = { readonly issuer: string; readonly uri: string; readonly index: number };

/** The signer's place, and the mandate's where it was signed under one. */
type StatusPlaces = StatusPlace & { readonly mandate?: StatusPlace };

export type NewRecheck = StatusPlaces & { readonly takenAsOf: Date; readonly dueAt: Date };

/** A look-up that is due, handed to one caller until `leasedUntil`. `tries` counts how often it was put off. */
export type RecheckJob = CaseName & StatusPlaces & { readonly receivedAt: Date; readonly tries: number; readonly leasedUntil: Date };

/** What a list said that is new enough. */
export type Settlement = {
  readonly verdict: StatusVerdict;
  readonly at: Date;
  readonly asOf: Date;
  readonly event: { readonly id: string; readonly kind: string };
  /** What becomes of the case: of one that is in a state of `from`, the state `to`; of any, what the citizen is told. Null: nothing. */
  readonly change: { readonly from: readonly CaseState[]; readonly to: CaseState; readonly nextAction: LocalizedText } | null;
};

/** Look-ups that must be made again. Any number of processes may ask: each is handed to one of them at a time. */
export type RecheckStore = {
  /** Hands out the look-up that is due first; null when none is due at `now`. Who never comes back loses it at `leasedUntil`. */
  take(agency: string, now: Date, leasedUntil: Date): Promise<RecheckJob | null>;
  /** Puts off a look-up; false, and nothing written, when the caller's lease has passed on. */
  postpone(job: RecheckJob, dueAt: Date): Promise<boolean>;
  /** Writes and logs what was found, the event in the case and what becomes of the case; false, and nothing written, when it was settled before. */
  settle(name: CaseName, settlement: Settlement): Promise<boolean>;
};
