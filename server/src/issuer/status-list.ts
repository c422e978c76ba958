import { type StatusReference, statusValues } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { Decoy } from '../storage/store.ts';
import type { ConfigurationId } from './configurations.ts';

/** Each list is large enough that an index says nothing: 131,072 statuses of two bits, 32 KiB before packing. */
export const listShape = { size: 131_072, bits: 2 } as const;

/** A list counts as full when so many draws in a row found no free place: at half full, that is one time in 256. */
const maxDraws = 8;
/** Decoys of a new list, between this and twice this. */
const leastDecoys = 256;

type ListDeps = Pick<Deps, 'store' | 'randomBytes' | 'log'>;

/** Address of one of the agency's status lists. It names the list alone: who fetches it says nothing of whose status is meant. */
export function statusListUri({ origin }: Pick<Agency, 'origin'>, list: number): string {
  return `${statusListsUri({ origin })}/${list}`;
}

/** Where all lists of the agency are named. @see Token Status List draft-21, section 9 */
export function statusListsUri({ origin }: Pick<Agency, 'origin'>): string {
  return `${origin}/daricheh/status-lists`;
}

export type StatusOrder = { readonly offerId: string; readonly configuration: ConfigurationId; readonly expiresAt: Date };

/**
 * A place of the newest list that no other credential has, drawn at random: neighbours in the list are not neighbours in
 * life. When it fills, the next list is opened.
 * @throws AppError `unavailable` when no place was found in a new list either
 */
export async function allocateStatus(deps: ListDeps, agency: Agency, order: StatusOrder): Promise<StatusReference> {
  const last = await deps.store.issued.findLastList(agency.id);
  const index = last === null ? null : await drawPlace(deps, { agency: agency.id, list: last, ...order });
  if (last !== null && index !== null) return { uri: statusListUri(agency, last), index };
  return openList(deps, agency, (last ?? 0) + 1, order);
}

/** Opens a list, with decoys in it before anything else. Of any number at once who open it, each adds decoys, and all use the same. */
async function openList(deps: ListDeps, agency: Agency, list: number, order: StatusOrder): Promise<StatusReference> {
  await deps.store.issued.addDecoys({ agency: agency.id, list }, drawDecoys(deps, leastDecoys + readNumber(deps.randomBytes(1))));
  deps.log({ level: 'info', event: 'status list opened', agency: agency.id, list });
  const index = await drawPlace(deps, { agency: agency.id, list, ...order });
  if (index === null) throw new AppError('unavailable', { what: 'status_list' });
  return { uri: statusListUri(agency, list), index };
}

type Place = StatusOrder & { readonly agency: string; readonly list: number };

async function drawPlace({ store, randomBytes }: ListDeps, place: Place): Promise<number | null> {
  for (let draw = 0; draw < maxDraws; draw++) {
    const index = drawIndex(randomBytes);
    if (await store.issued.claim({ ...place, index })) return index;
  }
  return null;
}

/**
 * Sets the status of every credential that was issued on this offer; returns how many. The lists say so within minutes.
 * With every change a few decoys are added too: who compares two editions of a list cannot tell how many documents changed.
 */
export async function setStatus(
  deps: ListDeps,
  agency: Agency,
  change: { readonly offerId: string; readonly status: 'valid' | 'invalid' | 'suspended' },
): Promise<number> {
  const changed = await deps.store.issued.setStatus({ agency: agency.id, offerId: change.offerId }, statusValues[change.status]);
  const last = changed > 0 ? ((await deps.store.issued.findLastList(agency.id)) ?? 0) : 0;
  for (let list = 1; list <= last; list++) {
    await deps.store.issued.addDecoys({ agency: agency.id, list }, drawDecoys(deps, readNumber(deps.randomBytes(1)) % 4));
  }
  return changed;
}

/** One in eight is suspended, the others are revoked. */
function drawDecoys({ randomBytes }: Pick<Deps, 'randomBytes'>, count: number): readonly Decoy[] {
  const indexes = new Set(Array.from({ length: count }, () => drawIndex(randomBytes)));
  return [...indexes].map((index) => ({
    index,
    status: readNumber(randomBytes(1)) % 8 === 0 ? statusValues.suspended : statusValues.invalid,
  }));
}

/** Each place as likely as another: the size divides 2^24. */
function drawIndex(randomBytes: Deps['randomBytes']): number {
  return readNumber(randomBytes(3)) % listShape.size;
}

function readNumber(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}
