/**
 * Tables as the code sees them, the same in SQLite and PostgreSQL. Times are milliseconds since 1970 (UTC), values are
 * JSON as text. `agency` comes first in every primary key, so that the rows of one agency can live on one shard.
 */
export type Schema = {
  one_time: OneTimeRow;
  sessions: SessionRow;
};

export type OneTimeRow = { agency: string; kind: string; key: string; value: string; expires_at: number };

export type SessionRow = {
  agency: string;
  key: string;
  kind: string;
  value: string;
  created_at: number;
  used_at: number;
};
