/** What stands in the way of the office, by a kind that has a sentence in each language. */
export type OfficeProblemKind =
  | 'request-unreadable'
  | 'request-unsigned'
  | 'request-key'
  | 'request-site'
  | 'other-certificate'
  | 'registration-unreadable'
  | 'registration-without-certificate'
  | 'registration-conflict'
  | 'no-office';

export class OfficeProblem extends Error {
  readonly kind: OfficeProblemKind;
  /** What it is about: a file, a site, a member. */
  readonly what: string;

  constructor(kind: OfficeProblemKind, { what = '', cause }: { readonly what?: string; readonly cause?: unknown } = {}) {
    super(kind, { cause });
    this.kind = kind;
    this.what = what;
  }
}
