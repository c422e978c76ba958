import type { Bytes, InflateZlib, Sha256, VerifyP256 } from '../credential/index.ts';
import type { NamedEarlier, VerifyRs256 } from '../submission/index.ts';
import type { Digest, VerifySignature } from '../x509/index.ts';

/** A file that lies beside the one that is checked. */
export type FileBeside = { readonly name: string /** Of its bytes, base64url. */; readonly sha256: string };

/** A submission that lies beside, as it says of itself: whether that holds is for its own check. */
export type SubmissionBeside = {
  readonly name: string;
  readonly origin: string;
  /** SHA-256 over its signed bytes, base64url. */
  readonly manifestHash: string;
  /** By its receipt; null where that cannot be read. */
  readonly caseNumber: string | null;
  readonly earlier: NamedEarlier | null;
};

/** What a file is held to. It comes from whoever checks, never from the file. */
export type CheckCall = {
  /** DER of the root certificates that the caller believes. With none the file is held to those that it brings, and is never `valid`. */
  readonly roots: readonly Bytes[];
  /** The signed trust list that the caller believes, compact JWS; null for the file's own. Either must hold under the roots. */
  readonly trustList: string | null;
  /** Among these the attachments are looked for. */
  readonly beside: readonly FileBeside[];
  /** Among these what it amends or withdraws is looked for, and what amends or withdraws it. Absent: there are none. */
  readonly submissions?: readonly SubmissionBeside[];
  /** By the clock of whoever checks. */
  readonly now: Date;
};

export type CheckPorts = {
  readonly sha256: Sha256;
  readonly verifyP256: VerifyP256;
  readonly verifyRs256: VerifyRs256;
  /** Signatures of time-stamp authorities, and their hashes. */
  readonly verifySignature: VerifySignature;
  readonly digest: Digest;
  readonly inflate: InflateZlib;
};
