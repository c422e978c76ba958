import type { listPlaces } from '../agency-folder.ts';
import type { CheckName, Finding } from '../checks/finding.ts';
import type { JoiningProblemKind } from '../joining-world.ts';

type Places = ReturnType<typeof listPlaces>;

/** What is missing, and what to do about it. */
export type Told = { readonly what: string; readonly todo: string };

/** Every sentence of the commands for a new agency. */
export type Text = {
  readonly usage: string;
  readonly init: {
    /** Of each file that was made: what it is for. */
    readonly made: Readonly<Record<'sealKey' | 'sealRequest' | 'apiKey' | 'enrolmentCode' | 'roots' | 'config', (file: string) => string>>;
    readonly kept: (file: string) => string;
    readonly next: (places: Places) => string;
  };
  readonly register: { readonly made: (file: string) => string; readonly kept: (file: string) => string };
  readonly serve: (address: string) => string;
  /** Of a part with which nothing is wrong. */
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly findings: { readonly [Kind in Finding['kind']]: (finding: Extract<Finding, { kind: Kind }>) => Told };
  readonly ready: string;
  readonly missing: (count: number) => string;
  readonly problems: Readonly<Record<JoiningProblemKind, (what: string) => string>>;
  readonly cannotRead: (file: string) => string;
};
