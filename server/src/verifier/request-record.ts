import type { DcqlRequest, DecryptionKey } from '@daricheh/shared/presentation';
import { decryptionKey, parseDcqlRequest } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';

/** `dc_api`: the agency's page hands the request to the browser. `link`: the wallet fetches it and posts the answer. */
export const requestChannel = z.enum(['dc_api', 'link']);
export type RequestChannel = z.infer<typeof requestChannel>;

/** Who waits for the answer: the page that asked, or the agency's own system. */
const requestAsker = z.enum(['page', 'system']);

/** Version 1 of a request for a presentation, kept from when it is asked until it is answered, five minutes at most. */
const storedRequest = z.strictObject({
  use: z.string(),
  channel: requestChannel,
  asker: z._default(requestAsker, 'page'),
  nonce: z.string(),
  state: z.string(),
  /** Hash of the cookie that binds the request to the browser it was made for; empty where a system asked. */
  browser: z.string(),
  /** Path on the agency's own origin where the tab goes on. */
  returnTo: z.string(),
  query: z.unknown(),
  decryptionKey,
  issuedAtMs: z.number(),
});

export type RequestRecord = Omit<z.infer<typeof storedRequest>, 'query' | 'decryptionKey'> & {
  readonly query: DcqlRequest;
  readonly decryptionKey: DecryptionKey;
};

/** The record as it was stored. @throws Error when something else stands in its place */
export function parseRequestRecord(stored: unknown): RequestRecord {
  const { query, ...rest } = storedRequest.parse(stored);
  return { ...rest, query: parseDcqlRequest(query) };
}

export const requestLifetimeMs = 5 * 60_000;
