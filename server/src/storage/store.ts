import type { Json } from '@daricheh/shared/encoding';

/** What may be wanted once and only for a while: a nonce, a code, a state, an offer, a challenge. `kind` names which. */
export type OneTimeRecord = {
  readonly agency: string;
  readonly kind: string;
  readonly key: string;
  readonly value: Json;
  readonly expiresAt: Date;
};

/** Names one record. */
export type OneTimeName = { readonly agency: string; readonly kind: string; readonly key: string };

/** Records that expire. Among any number of callers at once, one `take` gets the record and the others get null. */
export type OneTimeStore = {
  /** True when the record was written; false when one of that name, not yet expired at `now`, already stands. */
  put(record: OneTimeRecord, now: Date): Promise<boolean>;
  /** The value, which stays; null when there is none or it has expired. */
  read(name: OneTimeName, now: Date): Promise<Json | null>;
  /** The value, which is gone afterwards; null when there is none or it has expired. */
  take(name: OneTimeName, now: Date): Promise<Json | null>;
  /** Removes what has expired at `now`; returns how many. */
  sweep(now: Date): Promise<number>;
};

/** A session as stored: `key` is a hash of the secret in the cookie, so that a copy of the database opens none. */
export type SessionRecord = {
  readonly agency: string;
  readonly key: string;
  readonly kind: 'citizen' | 'caseworker';
  readonly value: Json;
  readonly createdAt: Date;
};

export type SessionLimits = { readonly lifetimeMs: number; readonly idleMs: number };

export type SessionStore = {
  create(session: SessionRecord): Promise<void>;
  /** The session, marked as used at `now`; null when there is none, or it is over by its age or by idleness. */
  touch(name: Pick<SessionRecord, 'agency' | 'key' | 'kind'>, limits: SessionLimits, now: Date): Promise<Json | null>;
  remove(name: Pick<SessionRecord, 'agency' | 'key' | 'kind'>): Promise<void>;
  /** Removes sessions older than `limits` allows; returns how many. */
  sweep(limits: SessionLimits, now: Date): Promise<number>;
};

/** Everything that lasts. Each method is atomic; a storage that does not answer throws AppError `unavailable` or `storage_full`. */
export type Store = {
  readonly oneTime: OneTimeStore;
  readonly sessions: SessionStore;
  /** Resolves when the database answers. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
};
