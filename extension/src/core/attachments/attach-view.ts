import type { Person } from '../autofill/lexicon/people-words.ts';
import type { DocumentView } from '../consent/document-view.ts';
import type { FileKind } from './file-kind.ts';
import type { UploadResult } from './upload-field.ts';

/** Why a file box is left. `elsewhere`: its form posts to another site. `taken`: somebody chose a file already. `kind`: no kind of file that the wallet makes. */
export type UploadSkip = 'unknown' | 'other-person' | 'no-document' | 'taken' | 'hidden' | 'locked' | 'kind' | 'elsewhere';

/** A file that the wallet could put into a box, or why it puts none there. A box that takes several files has a line for each. */
export type UploadLine = { readonly handle: number; readonly label: string } & (
  | {
      readonly kind: 'offer';
      /** Of these one is put there: those of the wanted type, the newest first; at least one. */
      readonly documents: readonly DocumentView[];
      readonly file: FileKind;
      /** True where the box takes more files than this one. */
      readonly isOneOfSeveral: boolean;
      /** Of the file, before its kind's ending; no other of this box has it. Holds nothing personal. */
      readonly baseName: string;
      /** Most bytes that the page takes; null where it does not say. */
      readonly limitBytes: number | null;
      /** Language of the page's form: the copy is written in it. */
      readonly language: 'fa' | 'en';
    }
  | { readonly kind: 'skip'; readonly why: UploadSkip; readonly person: Person | undefined }
);

/** What the file of an offered line is called; one name stands but once in a box. */
export function nameFile({ baseName, file }: Extract<UploadLine, { kind: 'offer' }>): string {
  return `${baseName}.${file.extension}`;
}

/** The file boxes of one document of the tab. */
export type UploadFrame = { readonly documentId: string; readonly mark: string; readonly lines: readonly UploadLine[] };

/** `form-changed`: the page asks something else than what was shown, and nothing was written. */
export type AttachResult =
  | { readonly kind: 'form-changed' }
  | {
      readonly kind: 'done';
      readonly outcomes: readonly ({ readonly documentId: string } & UploadResult)[];
    };
