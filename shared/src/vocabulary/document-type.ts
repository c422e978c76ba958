import type { FieldId } from './fields.ts';

/** Whose record a document is drawn from. */
export type DocumentOwner = 'civil-registry' | 'transport' | 'tax' | 'municipality' | 'university' | 'company-register';

/** One type of document, as all who issue, hold or ask for it must agree on. */
export type DocumentType = {
  /** Type of the SD-JWT VC. @see draft-ietf-oauth-sd-jwt-vc-19, section 2.2.2.1 */
  readonly vct: string;
  /** What people call it. */
  readonly fa: string;
  readonly en: string;
  /** The kind of agency that keeps the record and issues the document. */
  readonly owner: DocumentOwner;
  /** The path of each claim, by its datum, in the order in which a reader is shown them. */
  readonly claims: Readonly<Partial<Record<FieldId, readonly string[]>>>;
  /** Claims without which the document is not issued. */
  readonly required: readonly FieldId[];
  /** Claims that repeat the record of another agency. Where the wallet holds that agency's own document too, it is the better source. */
  readonly repeated: readonly FieldId[];
  /** Claims that tell one document of this type from another of the same person; empty where nobody has two. */
  readonly distinguishedBy: readonly FieldId[];
  /** Claims that title the card, the first in large letters. */
  readonly title: readonly FieldId[];
  /** Colours of the card, `#rrggbb`; the text is readable on the background (WCAG 2.2, contrast 4.5 at least). */
  readonly colors: { readonly background: string; readonly text: string };
  /** True where the citizen's passkey is registered with the issuer while the document is issued. */
  readonly needsPasskey: boolean;
  /** How many single-use instances a wallet takes at a time. */
  readonly batchSize: number;
  /** How long a credential lasts; the wallet takes a new one before it ends. */
  readonly lifetimeDays: number;
  /** Its form as an mdoc, where it has one. */
  readonly mdoc?: MdocType;
};

/** @see ISO/IEC 18013-5:2021, section 7.2 */
export type MdocType = {
  readonly docType: string;
  readonly namespace: string;
  /** The element of each datum that the namespace has a name for. Values change their form: see ISO/IEC 18013-5, table 5. */
  readonly elements: Readonly<Partial<Record<FieldId, string>>>;
};
