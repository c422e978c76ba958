import type { Deps } from '../deps.ts';
import type { Named, StaffEvent } from '../storage/staff.ts';
import { makeRandomName } from '../submissions/random-names.ts';

type EventContent<K> = {
  readonly kind: K;
  readonly actor: Named | null;
  readonly subject?: Named | null;
  readonly detail?: string | null;
};

/** An event of now, under an id of its own. Of a person it holds the id and the name, whatever else is known. */
export function describeStaffEvent<K extends StaffEvent['kind']>(
  { kind, actor, subject = null, detail = null }: EventContent<K>,
  { now, randomBytes }: Pick<Deps, 'now' | 'randomBytes'>,
): StaffEvent & { readonly kind: K } {
  return { id: makeRandomName(randomBytes, 16), at: now(), kind, actor: nameOf(actor), subject: nameOf(subject), detail };
}

function nameOf(person: Named | null): Named | null {
  return person === null ? null : { id: person.id, name: person.name };
}
