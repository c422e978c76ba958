import type { CaseName } from './case-name.ts';

/** A file that came under a request to sign, before a submission names it. */
export type NewAttachment = {
  readonly agency: string;
  /** Names the file beside its hash. */
  readonly id: string;
  /** Nonce of the request. */
  readonly request: string;
  /** Id of the form's slot. */
  readonly slot: string;
  /** base64url. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly uploadedAt: Date;
};

/** What a submission says of a file: it must have come so, under the submission's own request. */
export type AttachmentClaim = Pick<NewAttachment, 'slot' | 'sha256' | 'size' | 'mediaType'> & { readonly name: string };

/** A file of a case. */
export type StoredAttachment = AttachmentClaim & Pick<NewAttachment, 'id'>;

/** What is known of attached files; the bytes are elsewhere. */
export type AttachmentStore = {
  /**
   * Notes a file and returns the id under which it is to be kept: that of the same file in the same slot of the request, where
   * one was noted before. Null, and nothing written, when the slot has `maxFiles` files of this request.
   */
  add(attachment: NewAttachment, maxFiles: number): Promise<string | null>;
  /** The files of a case, in the order in which they came. */
  list(name: CaseName): Promise<readonly StoredAttachment[]>;
  /** Bytes of all files of an agency that no submission has named. */
  sumUnclaimed(agency: string): Promise<number>;
  /** The files that came before `before` and that no submission has named: from now on none can. */
  lapse(agency: string, before: Date): Promise<readonly Pick<NewAttachment, 'id' | 'sha256'>[]>;
  forget(name: Pick<NewAttachment, 'agency' | 'id'>): Promise<void>;
};
