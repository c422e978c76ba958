import type { DocumentTypeId, FieldId } from '@daricheh/shared/vocabulary';

/** Values by the ids of the vocabulary, in their normal forms. */
export type RecordData = Readonly<Partial<Record<FieldId, string | boolean>>>;

/** One entry of an agency's register about one person: what a document of this type would say beside who its holder is. */
export type PersonRecord = {
  /** Names the entry among all of the agency's. */
  readonly key: string;
  readonly type: DocumentTypeId;
  readonly data: RecordData;
};

/** The records of a person by agency, each a list: who has none has an empty one. */
export type RecordSketch = Readonly<Record<'licence' | 'vehicles' | 'tax' | 'residence' | 'diplomas' | 'roles', readonly RecordData[]>>;
