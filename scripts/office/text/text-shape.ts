import type { OfficeProblemKind } from '../office-problem.ts';

/** Every sentence of the office's commands. */
export type OfficeText = {
  readonly usage: string;
  readonly certified: (facts: { readonly origin: string; readonly endsAt: string; readonly file: string }) => string;
  readonly certifiedBefore: (file: string) => string;
  readonly registered: Readonly<
    Record<'new' | 'changed' | 'none', (facts: { readonly id: string; readonly origins: string; readonly serial: number }) => string>
  >;
  readonly resembles: (origin: string) => string;
  readonly problems: Readonly<Record<OfficeProblemKind, (what: string) => string>>;
  readonly cannotRead: (file: string) => string;
};
