import type { FetchBytes } from '../http/fetch-bytes.ts';

/** What the commands for a new agency may touch beside files. */
export type JoiningWorld = {
  /** Paths in the arguments count from here. */
  readonly folder: string;
  readonly now: () => Date;
  readonly fetchBytes: FetchBytes;
  /** One line of what is said. */
  readonly write: (line: string) => void;
};

/** 0: done, or nothing is missing. 1: refused, or something is missing. 2: a wrong call, or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** What stands in the way of a command, by a kind that has a sentence in each language. */
export type JoiningProblemKind =
  | 'origin-invalid'
  | 'id-invalid'
  | 'contact-invalid'
  | 'option-missing'
  | 'other-agency'
  | 'config-invalid'
  | 'several-agencies'
  | 'key-unusable'
  | 'certificate-missing'
  | 'certificate-of-other-key'
  | 'registration-unreadable'
  | 'not-this-machine'
  | 'no-pages';

export class JoiningProblem extends Error {
  readonly kind: JoiningProblemKind;
  /** What it is about: a file, an address, an option. */
  readonly what: string;

  constructor(kind: JoiningProblemKind, { what = '', cause }: { readonly what?: string; readonly cause?: unknown } = {}) {
    super(kind, { cause });
    this.kind = kind;
    this.what = what;
  }
}
