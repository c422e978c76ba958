import type { FieldFormat } from './field-format.ts';
import type { FieldKind } from './field-kind.ts';

/** Where a datum stands when the citizen looks over their own facts. */
export type FieldGroup =
  | 'person'
  | 'birth'
  | 'family'
  | 'household'
  | 'address'
  | 'contact'
  | 'documents'
  | 'work'
  | 'company'
  | 'money'
  | 'property'
  | 'vehicle'
  /** What a mandate says of whom its holder acts for: nobody's own facts. */
  | 'mandate';

/** The words of one value of a choice. */
export type ChoiceWords = { readonly fa: string; readonly en: string };

export type FieldEntry = {
  readonly kind: FieldKind;
  readonly group: FieldGroup;
  /** The word shown to people. */
  readonly fa: string;
  readonly en: string;
  /** The narrower form that its values have, where its kind says too little. */
  readonly format?: FieldFormat;
  /** The data from which this one is computed, when the wallet holds no value of its own for it. */
  readonly from?: readonly string[];
  /** For `choice`: the values that are stored, each with its word. */
  readonly choices?: Readonly<Record<string, ChoiceWords>>;
};
