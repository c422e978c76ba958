import { AppError } from '@daricheh/shared/errors';
import { describeStaffEvent } from '../caseworker/staff-events.ts';
import type { Deps } from '../deps.ts';
import type { EventName } from '../storage/outbox.ts';
import type { Named } from '../storage/staff.ts';

/** What can be done about an event that is not tried any more. */
export const resolutions = ['send-again', 'set-aside'] as const;
export type Resolution = (typeof resolutions)[number];

type Wish = EventName & { readonly resolution: Resolution /** Null for the agency's own system. */; readonly actor: Named | null };

/**
 * Has an event sent again from now on, or takes it off the list untold; either way those of its case behind it go on after it, and it is recorded who
 * wanted it.
 * @throws AppError `event_unknown` where it is not on the agency's list
 */
export async function resolveEvent(
  { agency, id, resolution, actor }: Wish,
  ports: Pick<Deps, 'store' | 'now' | 'randomBytes'>,
): Promise<void> {
  const { outbox } = ports.store;
  const name = { agency, id };
  const isDone =
    resolution === 'send-again'
      ? await outbox.sendAgain(name, ports.now(), describeStaffEvent({ kind: 'event-sent-again', actor, detail: id }, ports))
      : await outbox.setAside(name, describeStaffEvent({ kind: 'event-set-aside', actor, detail: id }, ports));
  if (!isDone) throw new AppError('event_unknown');
}
