import type { WebhookEventType } from '@daricheh/shared/webhook';
import type { CaseName } from './case-name.ts';
import type { StaffEvent } from './staff.ts';

/** What an agency's own system is to be told of a deed. */
export type Announcement = {
  readonly caseNumber: string;
  readonly type: WebhookEventType;
  /** The state, or the verdict, that came of it; null where the type says all. */
  readonly outcome: string | null;
};

/** Names one event of one agency. */
export type EventName = { readonly agency: string; readonly id: string };

/** One event that is yet to be told. `id` stays the same however often it is sent. */
export type OutboxEvent = EventName & CaseName & Announcement & { readonly logIndex: number; readonly at: Date; readonly tries: number };

/** An event that is due, handed to one caller until `leasedUntil`. */
export type OutboxJob = OutboxEvent & { readonly leasedUntil: Date };

/** An event that is not tried any more. */
export type DeadLetter = OutboxEvent & {
  /** Status of the last answer, or code of the error where there was none. */
  readonly lastCode: string;
  /** How many events of the same case wait for this one. */
  readonly behind: number;
};

/**
 * Events that an agency's own system is yet to be told of. The stores of what happened put them here, each in the transaction
 * of the deed. Any number of processes may ask for work: an event is handed to one of them at a time, and of one case
 * none before all that came earlier are told or set aside.
 */
export type OutboxStore = {
  /** Hands out the event that is due first; null when none is due at `now`. Who never comes back loses it at `leasedUntil`. */
  take(agency: string, now: Date, leasedUntil: Date): Promise<OutboxJob | null>;
  /** Takes out what was told; false, and nothing written, when the caller's lease has passed on. */
  settle(job: OutboxJob): Promise<boolean>;
  /** Writes that a try failed, with what it failed of; `dueAt` null: it is not tried any more. False when the lease has passed on. */
  postpone(job: OutboxJob, failure: { readonly code: string; readonly dueAt: Date | null }): Promise<boolean>;
  /** Events that are not tried any more, the oldest first; at most `limit`. */
  listDead(query: { readonly agency: string; readonly limit: number }): Promise<readonly DeadLetter[]>;
  /** How many events wait, and how many are not tried any more. */
  count(agency: string): Promise<{ readonly waiting: number; readonly dead: number }>;
  /** Has an event tried again from `now` on, with its tries begun anew, and records who wanted it; false when it is not on the list. */
  sendAgain(name: EventName, now: Date, event: StaffEvent): Promise<boolean>;
  /** Takes an event off the list untold, so that those behind it go on, and records who wanted it; false when it is not on the list. */
  setAside(name: EventName, event: StaffEvent): Promise<boolean>;
};
