import type { Bytes, RandomBytes, Sha256, VerifyP256 } from '@daricheh/shared/credential';
import type { Digest, VerifySignature } from '@daricheh/shared/x509';
import type { Agency } from './agencies/agency.ts';
import type { AttachmentFiles } from './attachments/attachment-files.ts';
import type { FetchBytes } from './http/fetch-bytes.ts';
import type { Log } from './log.ts';
import type { Store } from './storage/store.ts';
import type { TrustListSource } from './trust/trust-list-source.ts';

/** The world as the application sees it: everything that it does not decide itself is handed in here. */
export type Deps = {
  readonly agencies: readonly Agency[];
  /** Origins (and, in Chromium, RP ids) of the wallets whose passkeys count. */
  readonly walletOrigins: readonly string[];
  /** DER of the root certificates that are believed. */
  readonly anchors: readonly Bytes[];
  /** Where the signed trust list comes from; null when none is configured. */
  readonly trustList: TrustListSource | null;
  /** The built script tag; null when there is none. */
  readonly kit: Bytes | null;
  /** The built page that checks what was signed; null when there is none. */
  readonly checkPage: Bytes | null;
  /** True when the last entry of X-Forwarded-For is written by a proxy of our own. */
  readonly trustForwardedFor: boolean;
  readonly store: Store;
  /** What citizens attach. */
  readonly files: AttachmentFiles;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
  readonly sha256: Sha256;
  readonly verifyP256: VerifyP256;
  /** What time-stamp authorities sign and hash with, and nobody else. */
  readonly verifySignature: VerifySignature;
  readonly digest: Digest;
  readonly fetchBytes: FetchBytes;
  readonly log: Log;
};
