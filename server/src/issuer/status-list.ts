import { createStatusList, issueStatusToken, type StatusReference, statusValues, writeStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';

/** One list for all, large enough that an index says nothing: 131,072 statuses of two bits, 32 KiB before packing. */
const list = { number: 1, size: 131_072, bits: 2 } as const;

const ttlSeconds = 600;
const lifetimeSeconds = 86_400;
/** How long a token is served before it is made anew; with the ttl it stays within a quarter of an hour. */
const remakeAfterMs = 60_000;
const maxDraws = 100;

/** Address of the agency's status list. */
export function statusListUri(agency: Agency): string {
  return `${agency.origin}/daricheh/status-lists/${list.number}`;
}

export type StatusOrder = { readonly offerId: string; readonly configuration: DocumentTypeId; readonly expiresAt: Date };

/**
 * An index of the list that no other credential has, drawn at random: neighbours in the list are not neighbours in life.
 * @throws AppError `unavailable` when a hundred draws found none that was free
 */
export async function allocateStatus(
  { store, randomBytes }: Pick<Deps, 'store' | 'randomBytes'>,
  agency: Agency,
  order: StatusOrder,
): Promise<StatusReference> {
  for (let draw = 0; draw < maxDraws; draw++) {
    const [a = 0, b = 0, c = 0] = randomBytes(3);
    const index = ((a << 16) | (b << 8) | c) % list.size;
    if (await store.issued.claim({ agency: agency.id, list: list.number, index, ...order })) return { uri: statusListUri(agency), index };
  }
  throw new AppError('unavailable', { what: 'status_list' });
}

/** Sets the status of every credential that was issued on this offer; returns how many. The lists say so within minutes. */
export function setStatus(
  { store }: Pick<Deps, 'store'>,
  agency: Agency,
  change: { readonly offerId: string; readonly status: 'valid' | 'invalid' | 'suspended' },
): Promise<number> {
  return store.issued.setStatus({ agency: agency.id, offerId: change.offerId }, statusValues[change.status]);
}

/** Publishes the status list of an agency as a token. @see Token Status List draft-21, section 8 */
export function createStatusPublisher({ store, now }: Pick<Deps, 'store' | 'now'>): (agency: Agency) => Promise<string> {
  const made = new Map<string, { readonly at: number; readonly token: Promise<string> }>();
  return (agency) => {
    const at = now().getTime();
    const last = made.get(agency.id);
    if (last && at >= last.at && at < last.at + remakeAfterMs) return last.token;
    const token = makeToken(store, agency, now());
    made.set(agency.id, { at, token });
    // A failure is told to whoever asked and is not served again.
    token.catch(() => made.delete(agency.id));
    return token;
  };
}

async function makeToken(store: Deps['store'], agency: Agency, at: Date): Promise<string> {
  const statuses = createStatusList(list.size, list.bits);
  for (const { index, status } of await store.issued.listNotValid({ agency: agency.id, list: list.number })) {
    writeStatus(statuses, list.bits, index, status);
  }
  const x5c = [agency.seal.certificate];
  return issueStatusToken(
    { uri: statusListUri(agency), bits: list.bits, list: statuses, at, ttlSeconds, lifetimeSeconds, x5c },
    agency.seal.sign,
  );
}

/** How long others may keep the token, for `Cache-Control`. */
export const statusTokenMaxAgeSeconds = ttlSeconds;
