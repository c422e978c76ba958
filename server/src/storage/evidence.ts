import type { Json } from '@daricheh/shared/encoding';
import type { CaseName } from './case-name.ts';

/** What proves a signed submission later, as it was when it came. */
export type NewEvidence = {
  /** Of the JWS, base64url: what a time stamp is over. */
  readonly signature: string;
  /** The JWS's unprotected header, with its time stamp; null while there is none. */
  readonly header: Json | null;
  /** When an authority is to be asked again; null where there is nothing to wait for. */
  readonly dueAt: Date | null;
  /** The status token by which the signer's credential was valid, verbatim, and its SHA-256, base64url. One list serves many: it is stored once. */
  readonly statusToken: { readonly hash: string; readonly text: string };
};

export type Evidence = { readonly header: Json | null; readonly statusToken: string | null };

/** A signature that waits for its time stamp, handed to one caller until `leasedUntil`. `tries` counts how often it was put off. */
export type StampJob = CaseName & { readonly signature: string; readonly tries: number; readonly leasedUntil: Date };

/** Evidence beside submissions. Any number of processes may ask for work: each signature is handed to one of them at a time. */
export type EvidenceStore = {
  /** Of that case's submission; null where nobody signed one. */
  read(name: CaseName): Promise<Evidence | null>;
  /** Hands out the signature that is due first; null when none is due at `now`. Who never comes back loses it at `leasedUntil`. */
  take(agency: string, now: Date, leasedUntil: Date): Promise<StampJob | null>;
  /** Puts off a signature; false, and nothing written, when the caller's lease has passed on. */
  postpone(job: StampJob, dueAt: Date): Promise<boolean>;
  /** Writes the header with the time stamp, and, with an entry in the log, the event in the case; false, and nothing written, when it had one before. */
  settle(
    name: CaseName,
    stamped: { readonly header: Json; readonly at: Date; readonly event: { readonly id: string; readonly kind: string } },
  ): Promise<boolean>;
};
