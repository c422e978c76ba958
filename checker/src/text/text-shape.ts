import type { CheckText } from '../check/text/check-text.ts';
import type { ErasedEntries, Finding } from '../check-log/findings.ts';

/** Every sentence of the command line. Numbers are written in the language's digits. */
export type Text = {
  readonly usage: string;
  readonly check: CheckText;
  readonly findings: { readonly [Kind in Finding['kind']]: (finding: Extract<Finding, { kind: Kind }>) => string };
  readonly size: (entries: number) => string;
  readonly root: (root: string) => string;
  /** Of the entries that were erased on one day: no fault. */
  readonly erased: (erased: ErasedEntries) => string;
  readonly checkpoint: (checkpoint: {
    readonly name: string;
    readonly size: number;
    readonly origin: string;
    readonly issuedAt: string;
  }) => string;
  readonly noRoot: string;
  readonly noCheckpoint: string;
  readonly holds: string;
  readonly off: (findings: number) => string;
  readonly chooseAgency: (agencies: readonly string[]) => string;
  readonly cannotRead: (source: string) => string;
};
