import type { Json } from '@daricheh/shared/encoding';
import type { CaseName } from './case-name.ts';

/** What proves a signed submission later, as it was when it came. */
export type NewEvidence = {
  /** Of the JWS, base64url: what a time stamp is over. */
  readonly signature: string;
  /** The JWS's unprotected header, with its time stamp; null while there is none. */
  readonly header: Json | null;
  /** When it is to be looked at again: for a first time stamp, or for a newer one. Null where nothing can be had for it. */
  readonly dueAt: Date | null;
  readonly statusToken: KeptStatusToken;
  /** The same for the mandate; absent where it was signed under none. */
  readonly mandateStatusToken?: KeptStatusToken;
};

/** The status token by which a credential was valid, verbatim, and its SHA-256, base64url. One list serves many: it is stored once. */
export type KeptStatusToken = { readonly hash: string; readonly text: string };

export type Evidence = {
  readonly header: Json | null;
  readonly statusToken: string | null;
  /** Absent where it was signed under no mandate. */
  readonly mandateStatusToken?: string;
};

/** What proves the signature that it names. */
export type SignatureEvidence = Evidence & { readonly signature: string };

/** A signature that is due, handed to one caller until `leasedUntil`: for its first time stamp where `header` is null. `tries` counts how often it was put off. */
export type StampJob = CaseName & {
  readonly signature: string;
  readonly header: Json | null;
  readonly tries: number;
  readonly leasedUntil: Date;
};

/** What came of a look at a signature. */
export type StampOutcome = {
  readonly at: Date;
  readonly dueAt: Date | null;
  /** Absent: it stays. */
  readonly header?: Json;
  /** Absent: it stays. */
  readonly statusToken?: KeptStatusToken;
  /** Absent: it stays. */
  readonly mandateStatusToken?: KeptStatusToken;
  /** What the case is to say; absent where nothing happened. `outcome` is told to the agency's own system. */
  readonly event?: { readonly id: string; readonly kind: string; readonly outcome: string | null };
};

/** Evidence beside submissions. Any number of processes may ask for work: each signature is handed to one of them at a time. */
export type EvidenceStore = {
  /** Of that case's submission; null where nobody signed one. Where several people signed it, of one of them: see `list`. */
  read(name: CaseName): Promise<Evidence | null>;
  /** Of each signature of that case's submission. */
  list(name: CaseName): Promise<readonly SignatureEvidence[]>;
  /** Hands out the signature that is due first; null when none is due at `now`. Who never comes back loses it at `leasedUntil`. */
  take(agency: string, now: Date, leasedUntil: Date): Promise<StampJob | null>;
  /** Puts off a signature; false, and nothing written, when the caller's lease has passed on. */
  postpone(job: StampJob, dueAt: Date): Promise<boolean>;
  /** Writes what came of it, and, with an entry in the log, the event in the case; false, and nothing written, when the caller's lease has passed on. */
  settle(job: StampJob, outcome: StampOutcome): Promise<boolean>;
};
