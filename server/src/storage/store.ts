import type { Json } from '@daricheh/shared/encoding';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { MandateRelation } from '@daricheh/shared/vocabulary';
import type { AttachmentClaim, AttachmentStore } from './attachments.ts';
import type { CaseLink, CaseName, CaseState } from './case-name.ts';
import type { ErasureRequest, ErasureStore } from './erasures.ts';
import type { EvidenceStore, NewEvidence } from './evidence.ts';
import type { LogStore } from './logs.ts';
import type { OutboxStore } from './outbox.ts';
import type { NewRecheck, Recheck, RecheckStore } from './rechecks.ts';
import type { CaseworkerStore, PasskeyStore, StaffEventStore } from './staff.ts';

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
  /** Whose session it is, where sessions can be listed: id of a caseworker. Null for a citizen's: nothing says whose. */
  readonly owner: string | null;
};

/** A session that lasts. */
export type OpenSession = Pick<SessionRecord, 'key' | 'value' | 'createdAt'> & { readonly usedAt: Date };

/** All sessions of one owner. */
export type SessionOwner = Pick<SessionRecord, 'agency' | 'kind'> & { readonly owner: string };

export type SessionLimits = { readonly lifetimeMs: number; readonly idleMs: number };

export type SessionStore = {
  create(session: SessionRecord): Promise<void>;
  /** The session, marked as used at `now`; null when there is none, or it is over by its age or by idleness. */
  touch(name: Pick<SessionRecord, 'agency' | 'key' | 'kind'>, limits: SessionLimits, now: Date): Promise<Json | null>;
  remove(name: Pick<SessionRecord, 'agency' | 'key' | 'kind'>): Promise<void>;
  /** An owner's sessions that are not over, the one used last coming first. */
  list(owner: SessionOwner, limits: SessionLimits, now: Date): Promise<readonly OpenSession[]>;
  /** Ends an owner's sessions, but for the one of key `except`; returns how many there were. */
  removeOwned(owner: SessionOwner, except: string | null): Promise<number>;
  /** Removes sessions older than `limits` allows; returns how many. */
  sweep(limits: SessionLimits, now: Date): Promise<number>;
};

export type { CaseLink, CaseName, CaseState } from './case-name.ts';

/** One case as stored. */
export type CaseRecord = {
  readonly agency: string;
  readonly caseNumber: string;
  /** Null where the submission named no form of ours. */
  readonly formId: string | null;
  readonly title: LocalizedText;
  readonly state: CaseState;
  readonly isSigned: boolean;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly updatedAt: Date;
  /** Grows with each change. */
  readonly revision: number;
  /** What the citizen should do next; null when nothing. */
  readonly nextAction: LocalizedText | null;
  /** Null where the signer's credential was looked up on a fresh list, or nobody signed. */
  readonly recheck: Recheck | null;
  /** When all that was held of it was taken away; null while it stands. */
  readonly erasedAt: Date | null;
  /** Null where the citizen has not asked for that. */
  readonly erasureRequest: ErasureRequest | null;
  /** What it amends or withdraws. */
  readonly about: CaseLink | null;
  /** Number of the case by which it was amended or withdrawn. */
  readonly closedBy: string | null;
  /** As what it was signed for another; absent where it was not. */
  readonly mandate?: MandateRelation;
};

/** What happened to a case. `actor`: id of a caseworker; null for the citizen or the server itself. */
export type CaseEvent = { readonly at: Date; readonly kind: string; readonly actor: string | null; readonly note: string | null };

/** What was submitted, verbatim. */
export type SubmissionRecord = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly manifestHash: string | null;
  readonly body: string;
  readonly receipt: string | null;
};

export type NewSubmission = {
  readonly case: Omit<
    CaseRecord,
    'revision' | 'updatedAt' | 'state' | 'nextAction' | 'recheck' | 'erasedAt' | 'erasureRequest' | 'about' | 'closedBy'
  >;
  /** The case that it amends or withdraws, while that is in a state of `from`; absent where it is about none. `eventId` is for that case's history. */
  readonly about?: CaseLink & { readonly from: readonly CaseState[]; readonly eventId: string };
  /** When a job may erase the case once it is decided; absent where the form says nothing of it. */
  readonly keepUntil?: Date;
  /** Hash of the token that opens the case; null where nobody was given one. */
  readonly tokenHash: string | null;
  readonly submission: SubmissionRecord;
  /** Taken away in the same transaction; null where no request was made for it. */
  readonly request: OneTimeName | null;
  /** Makes it count once; null where the sender has no key. `answer` is what a repetition gets. */
  readonly idempotency: { readonly key: string; readonly bodyHash: string; readonly answer: Json } | null;
  readonly eventId: string;
  /** A look-up that must be made again; null where there is none. */
  readonly recheck: NewRecheck | null;
  /** Null where nobody signed. */
  readonly evidence: NewEvidence | null;
  /**
   * What the second signature of a form makes whole: the records by which the form waited, which must all still be there, the first
   * signer's key, which gets the same answer, and what proves the first signature. Absent where one person signed.
   */
  readonly coSigning?: {
    readonly takes: readonly OneTimeName[];
    readonly key: string;
    readonly bodyHash: string;
    readonly evidence: NewEvidence;
  };
  /** The files that it names; each becomes the case's. */
  readonly attachments: readonly AttachmentClaim[];
};

/** The first signature of a form that two people sign: the request that it answers, and what is kept until the second comes. */
export type HeldForm = { readonly request: OneTimeName; readonly records: readonly OneTimeRecord[] };

/** `repeated`: the key was there before, with this hash of a body and this answer; nothing was written. */
export type RecordOutcome = { readonly kind: 'recorded' } | { readonly kind: 'repeated'; readonly bodyHash: string; readonly answer: Json };

export type SubmissionStore = {
  /**
   * Writes the case, the submission, the event, the key, the evidence and the look-up to come, logs submission and receipt,
   * takes the request away, claims the files, and closes the case that is amended or withdrawn: all or nothing.
   * @throws AppError `submission_request_unknown` when the request is gone or has expired; `attachment_unknown` when a file
   * did not come under it; `case_closed` when the earlier case is in another state by now, or erased
   */
  record(submission: NewSubmission): Promise<RecordOutcome>;
  /**
   * Takes the request away and writes these records, by which a form waits for its second signature: all or nothing. False, and
   * nothing written, when one of them is there already.
   * @throws AppError `submission_request_unknown` when the request is gone or has expired
   */
  hold(held: HeldForm, now: Date): Promise<boolean>;
  /** What stands under an idempotency key; null when nothing does. */
  findAnswer(name: { readonly agency: string; readonly key: string }): Promise<{ readonly bodyHash: string; readonly answer: Json } | null>;
  /** Forgets keys written before `before`, but for those of first signers, which go with their cases; returns how many. */
  sweepKeys(before: Date): Promise<number>;
};

/** A case with all that was submitted to it and happened to it, oldest first. */
export type CaseFile = {
  readonly case: CaseRecord;
  readonly submissions: readonly SubmissionRecord[];
  readonly events: readonly CaseEvent[];
};

export type CaseChange = {
  readonly state: CaseState;
  readonly nextAction: LocalizedText | null;
  readonly event: CaseEvent & { readonly id: string };
};

export type CaseStore = {
  /** The case, for whoever holds the token of that hash; null otherwise. */
  findByToken(name: CaseName, tokenHash: string): Promise<CaseRecord | null>;
  /** Cases of an agency in these states that were not erased, the one that is due first coming first; at most `limit`. */
  list(query: {
    readonly agency: string;
    readonly states: readonly CaseState[];
    readonly limit: number;
    /** Where a longer list goes on: behind this case. */
    readonly after?: Pick<CaseRecord, 'caseNumber' | 'dueAt'>;
  }): Promise<readonly CaseRecord[]>;
  /** Cases whose citizen asked for erasure, and nobody has decided; who asked first coming first; at most `limit`. */
  listErasureRequests(query: { readonly agency: string; readonly limit: number }): Promise<readonly CaseRecord[]>;
  read(name: CaseName): Promise<CaseFile | null>;
  /** Writes and logs state and event when the case still has that revision; false, and nothing written, when it has not. */
  change(name: CaseName, revision: number, change: CaseChange): Promise<boolean>;
};

/** A credential by its place in a status list of the agency's. Nothing here says whose it is. */
export type IssuedCredential = {
  readonly agency: string;
  readonly list: number;
  readonly index: number;
  readonly offerId: string;
  readonly configuration: string;
  readonly expiresAt: Date;
};

export type Decoy = { readonly index: number; readonly status: number };

export type IssuedStore = {
  /** Writes the credential, as valid; false, and nothing written, when its place is taken. */
  claim(credential: IssuedCredential): Promise<boolean>;
  /** Sets, and logs, the status of all credentials that were issued on an offer; returns how many there are. */
  setStatus(name: { readonly agency: string; readonly offerId: string }, status: number): Promise<number>;
  /** Takes places for nobody, each with its status, so that what is counted in a list tells nothing; those that are taken are left out. */
  addDecoys(name: { readonly agency: string; readonly list: number }, decoys: readonly Decoy[]): Promise<void>;
  /** The highest number of a list in which a place is taken; null while there is none. */
  findLastList(agency: string): Promise<number | null>;
  /** Every place of the list whose status is not 0. */
  listNotValid(name: {
    readonly agency: string;
    readonly list: number;
  }): Promise<readonly { readonly index: number; readonly status: number }[]>;
  /**
   * Forgets the credentials of an agency that ended before `before`. Their places stay taken, each with its status, as if they
   * had always been nobody's: none is given twice, none that was revoked turns valid, and a list stays as full as it was.
   * Rows of valid places go altogether where nobody is given a place any more: two lists behind the newest.
   */
  sweep(agency: string, before: Date): Promise<{ readonly forgotten: number; readonly removed: number }>;
};

export type TrustListStore = {
  /** The newest trust list that was kept under the roots of that name; null when none was. */
  read(roots: string): Promise<{ readonly serial: number; readonly tokens: readonly string[] } | null>;
  /** Keeps a list in the place of an older one; false, and nothing written, when a newer one stands there. */
  keep(kept: { readonly roots: string; readonly serial: number; readonly tokens: readonly string[]; readonly at: Date }): Promise<boolean>;
};

/**
 * Everything that lasts. Each method is atomic; a storage that does not answer throws AppError `unavailable` or `storage_full`.
 * Text with U+0000 in it (but for values, which are JSON) is kept as it is or refused with `malformed_request`.
 */
export type Store = {
  readonly oneTime: OneTimeStore;
  readonly sessions: SessionStore;
  readonly submissions: SubmissionStore;
  readonly cases: CaseStore;
  readonly rechecks: RecheckStore;
  readonly evidence: EvidenceStore;
  readonly erasures: ErasureStore;
  readonly outbox: OutboxStore;
  readonly attachments: AttachmentStore;
  readonly caseworkers: CaseworkerStore;
  readonly passkeys: PasskeyStore;
  readonly staffEvents: StaffEventStore;
  readonly issued: IssuedStore;
  readonly trustLists: TrustListStore;
  readonly log: LogStore;
  /** Resolves when the database answers. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
};
