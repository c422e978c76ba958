import type { Neighbour } from './check/find-beside.ts';
import type { GetJson } from './check-log/sources.ts';

/** What a command may touch. */
export type World = {
  readonly readText: (file: string) => Promise<string>;
  /** The files in a folder, none of them read; null for what is no folder. */
  readonly listFolder: (path: string) => Promise<readonly Neighbour[] | null>;
  readonly getJson: GetJson;
  readonly now: () => Date;
  /** One line of the report. */
  readonly write: (line: string) => void;
};

/**
 * 0: everything holds. 1: something is off. 2: nothing could be checked: a wrong call, or a source that cannot be read.
 * 3: nothing is off, and it cannot be proven.
 */
export type ExitCode = 0 | 1 | 2 | 3;
