import { promisify } from 'node:util';
import { constants, deflate } from 'node:zlib';
import { createStatusList, type DeflateZlib, issueStatusToken, writeStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { listShape, statusListsUri, statusListUri } from './status-list.ts';

const ttlSeconds = 600;
const lifetimeSeconds = 86_400;
/** How long a token is served before it is made anew; with the ttl it stays within a quarter of an hour. */
const remakeAfterMs = 60_000;

/** How long others may keep the token, for `Cache-Control`. */
export const statusTokenMaxAgeSeconds = ttlSeconds;

export type StatusPublisher = {
  /** The token of one list. @throws AppError `not_found` for a list that was not opened yet */
  readonly publish: (agency: Agency, list: number) => Promise<string>;
  /** The addresses of all lists of the agency. */
  readonly listUris: (agency: Agency) => Promise<readonly string[]>;
};

/** Publishes the status lists of agencies as tokens. @see Token Status List draft-21, sections 8 and 9 */
export function createStatusPublisher({ store, now }: Pick<Deps, 'store' | 'now'>): StatusPublisher {
  const made = new Map<string, { readonly at: number; readonly token: Promise<string> }>();
  return {
    publish: async (agency, list) => {
      const at = now().getTime();
      const key = `${agency.id} ${list}`;
      const last = made.get(key);
      if (last && at >= last.at && at < last.at + remakeAfterMs) return last.token;
      const opened = await store.issued.findLastList(agency.id);
      if (!Number.isInteger(list) || list < 1 || opened === null || list > opened) throw new AppError('not_found');
      const token = makeToken(store, agency, list, now());
      made.set(key, { at, token });
      // A failure is told to whoever asked and is not served again.
      token.catch(() => made.delete(key));
      return token;
    },
    listUris: async (agency) => {
      const opened = (await store.issued.findLastList(agency.id)) ?? 0;
      return Array.from({ length: opened }, (_unused, before) => statusListUri(agency, before + 1));
    },
  };
}

async function makeToken(store: Deps['store'], agency: Agency, list: number, at: Date): Promise<string> {
  const { size, bits } = listShape;
  const statuses = createStatusList(size, bits);
  for (const { index, status } of await store.issued.listNotValid({ agency: agency.id, list })) {
    writeStatus(statuses, bits, index, status);
  }
  const dates = { at, ttlSeconds, lifetimeSeconds };
  const names = { uri: statusListUri(agency, list), aggregationUri: statusListsUri(agency), x5c: [agency.seal.certificate] };
  return issueStatusToken({ bits, list: statuses, ...names, ...dates }, agency.seal.sign, deflateBest);
}

/** As tightly as zlib can, as the standard advises: lists are packed once a minute at most, and sent often. */
const deflateBest: DeflateZlib = async (data) =>
  new Uint8Array(await promisify<Uint8Array, object, Buffer>(deflate)(data, { level: constants.Z_BEST_COMPRESSION }));
