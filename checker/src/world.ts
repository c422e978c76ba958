import type { GetJson } from './check-log/sources.ts';

/** What a command may touch. */
export type World = {
  readonly readText: (file: string) => Promise<string>;
  readonly getJson: GetJson;
  /** One line of the report. */
  readonly write: (line: string) => void;
};

/** 0: everything holds. 1: something is off. 2: nothing could be checked: a wrong call, or a source that cannot be read. */
export type ExitCode = 0 | 1 | 2;
