import type { FileCheck } from './file-check.ts';

/** Names one kept file. `sha256` is of its bytes, base64url; `id` parts equal files of different people, so that each goes when its own case goes. */
export type FileName = { readonly agency: string; readonly id: string; readonly sha256: string };

/** A file that has come whole and is on disk, and not yet kept. */
export type ReceivedFile = {
  /** SHA-256, base64url. */
  readonly sha256: string;
  readonly size: number;
  /** Keeps it under that id, in the place of one that stands there; it lasts from then on. */
  keep(id: string): Promise<void>;
  discard(): Promise<void>;
};

/** Files that citizens attached. A storage that is full throws AppError `storage_full`, one that does not answer `unavailable`. */
export type AttachmentFiles = {
  /**
   * Writes a file down as it comes, chunk by chunk, while `check` looks at it. Whatever is thrown, by `check`, by `chunks` or
   * by the disk, nothing of the file remains.
   */
  receive(agency: string, chunks: AsyncIterable<Uint8Array>, check: FileCheck): Promise<ReceivedFile>;
  /** The bytes of a kept file. @throws AppError `not_found` */
  open(name: FileName): Promise<ReadableStream<Uint8Array>>;
  /** Removes a kept file; one that is gone already is no error. */
  remove(name: FileName): Promise<void>;
  /** Removes what a killed process left of files under way since before `before`; returns how many. */
  sweep(agency: string, before: Date): Promise<number>;
};
