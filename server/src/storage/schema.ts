/**
 * Tables as the code sees them, the same in SQLite and PostgreSQL. Times are milliseconds since 1970 (UTC), values are
 * JSON as text. `agency` comes first in every primary key, so that the rows of one agency can live on one shard; the trust
 * list alone is nobody's.
 */
export type Schema = {
  one_time: OneTimeRow;
  sessions: SessionRow;
  cases: CaseRow;
  submissions: SubmissionRow;
  idempotency: IdempotencyRow;
  case_events: CaseEventRow;
  caseworkers: CaseworkerRow;
  passkeys: PasskeyRow;
  staff_events: StaffEventRow;
  issued_credentials: IssuedCredentialRow;
  trust_lists: TrustListRow;
  status_rechecks: StatusRecheckRow;
  log_heads: LogHeadRow;
  log_entries: LogEntryRow;
  log_hashes: LogHashRow;
  submission_evidence: SubmissionEvidenceRow;
  status_tokens: StatusTokenRow;
  outbox: OutboxRow;
  attachments: AttachmentRow;
  erasure_requests: ErasureRequestRow;
};

export type OneTimeRow = { agency: string; kind: string; key: string; value: string; expires_at: number };

/** `owner` is the id of a caseworker; null where sessions are not listed. */
export type SessionRow = {
  agency: string;
  key: string;
  kind: string;
  value: string;
  created_at: number;
  used_at: number;
  owner: string | null;
};

/** `mandate_relation` is as what it was signed for another, null where it was not. `about_kind` and `about_case` say which case it amends or withdraws, `closed_by` which case did that to it. `keep_until` is null where the case is not to be erased by itself. `is_signed` is 0 or 1: SQLite has no booleans. `revision` grows with each change, so that two people cannot decide past each other. */
export type CaseRow = {
  agency: string;
  case_number: string;
  form_id: string | null;
  title_fa: string;
  title_en: string;
  state: string;
  is_signed: number;
  received_at: number;
  due_at: number;
  updated_at: number;
  revision: number;
  token_hash: string | null;
  next_fa: string | null;
  next_en: string | null;
  erased_at: number | null;
  keep_until: number | null;
  about_kind: string | null;
  about_case: string | null;
  closed_by: string | null;
  mandate_relation: string | null;
};

/** `body` is the envelope verbatim, or the answers of a plain submission. */
export type SubmissionRow = {
  agency: string;
  id: string;
  case_number: string;
  received_at: number;
  manifest_hash: string | null;
  body: string;
  receipt: string | null;
};

export type IdempotencyRow = {
  agency: string;
  key: string;
  body_hash: string;
  answer: string;
  created_at: number;
  case_number: string | null;
  /** 1 where it goes with its case alone, whenever it was written; else 0. */
  stays_with_case: number;
};

/** A request that was granted has no row. */
export type ErasureRequestRow = {
  agency: string;
  case_number: string;
  requested_at: number;
  refused_at: number | null;
  reason: string | null;
};

export type CaseEventRow = {
  agency: string;
  id: string;
  case_number: string;
  at: number;
  kind: string;
  actor: string | null;
  note: string | null;
};

export type CaseworkerRow = {
  agency: string;
  id: string;
  name: string;
  code_hash: string;
  created_at: number;
  role: string;
  disabled_at: number | null;
};

export type PasskeyRow = {
  agency: string;
  credential_id: string;
  caseworker_id: string;
  public_key: string;
  counter: number;
  created_at: number;
  name: string;
  used_at: number | null;
  flagged_at: number | null;
};

/** Names stand here as they were then: an event outlives what it tells of. */
export type StaffEventRow = {
  agency: string;
  id: string;
  at: number;
  kind: string;
  actor_id: string | null;
  actor_name: string | null;
  subject_id: string | null;
  subject_name: string | null;
  detail: string | null;
};

/** `status` as a status list writes it. */
export type IssuedCredentialRow = {
  agency: string;
  list: number;
  list_index: number;
  status: number;
  offer_id: string;
  configuration: string;
  expires_at: number;
};

/** `state` is `waiting` or a verdict; the times of settling are null while it waits. The last three name the mandate's place, where it was signed under one. */
export type StatusRecheckRow = {
  agency: string;
  case_number: string;
  issuer: string;
  uri: string;
  list_index: number;
  received_at: number;
  taken_as_of: number;
  state: string;
  tries: number;
  due_at: number;
  settled_at: number | null;
  settled_as_of: number | null;
  mandate_issuer: string | null;
  mandate_uri: string | null;
  mandate_index: number | null;
};

/** `header` is JSON, null while there is none; `due_at` is null where nothing is waited for; `mandate_status_hash` is null where it was signed under no mandate. */
export type SubmissionEvidenceRow = {
  agency: string;
  case_number: string;
  signature: string;
  header: string | null;
  status_hash: string;
  mandate_status_hash: string | null;
  tries: number;
  due_at: number | null;
};

/** `token` verbatim, `hash` its SHA-256, base64url. */
export type StatusTokenRow = { agency: string; hash: string; token: string };

/** `tokens` is JSON: the signed lists by which the newest is believed. */
export type TrustListRow = { roots: string; serial: number; tokens: string; kept_at: number };

/** `frontier` holds the roots of the whole trees in the log's tree, from the left, in base64url with dots between. */
export type LogHeadRow = { agency: string; size: number; frontier: string };

/** `at` is in seconds; `root` is that of the tree that ends with this entry. `salt` and `subject` are null once what was logged is erased, at `erased_at` (milliseconds). */
export type LogEntryRow = {
  agency: string;
  leaf_index: number;
  kind: string;
  at: number;
  commitment: string;
  root: string;
  salt: string | null;
  subject: string | null;
  erased_at: number | null;
};

/** The hash at `place` of a level of whole trees of 256^level entries. */
export type LogHashRow = { agency: string; level: number; place: number; hash: string };

/** An event that is yet to be told. `due_at` is null where it is not tried any more. */
export type OutboxRow = {
  agency: string;
  id: string;
  case_number: string;
  log_index: number;
  at: number;
  type: string;
  outcome: string | null;
  tries: number;
  due_at: number | null;
  last_code: string | null;
};

/** `request` is the nonce of a request to sign, null once the file has lapsed; `case_number` and `name` are null until a submission names it. */
export type AttachmentRow = {
  agency: string;
  id: string;
  request: string | null;
  slot: string;
  sha256: string;
  size: number;
  media_type: string;
  uploaded_at: number;
  case_number: string | null;
  name: string | null;
};
