import type { CheckedRule, CheckReason, Clock, Outcome, Verdict } from '@daricheh/shared/checking';
import type { ErrorFacts } from '@daricheh/shared/errors';
import { cleanText, type NamedEarlier } from '@daricheh/shared/submission';

/** A rule in words. Values in sentences are isolated, so that none turns the direction of the others. */
export type RuleText = { readonly name: string; readonly holds: (facts: ErrorFacts) => string; readonly fails: string };

/** What a check of files says, on the command line and in the page. */
export type CheckText = {
  readonly rules: { readonly [Rule in CheckedRule]: RuleText };
  readonly reasons: { readonly [Reason in CheckReason]: (facts: ErrorFacts) => string };
  /** What the signed text names: the case and the hash of what was signed then. */
  readonly earlier: { readonly [Kind in NamedEarlier['kind']]: (caseNumber: string, hash: string) => string };
  /** What a file beside says that it does to this one. */
  readonly later: { readonly [Kind in NamedEarlier['kind']]: (name: string) => string };
  readonly outcomes: { readonly [Each in Outcome]: string };
  readonly verdicts: { readonly [Each in Verdict]: string };
  /** Of an owner's own record, which says nothing of whether it arrived. */
  readonly validRecord: string;
  readonly clocks: { readonly [Each in Clock]: string };
  /** Which signature a finding is about, where several people signed: by its role, else by its place. */
  readonly signature: (place: number, role: string | null) => string;
  readonly asOf: (time: string) => string;
  readonly byClock: (time: string, clock: string) => string;
  /** The certificate of the seal has ended since. */
  readonly sealEnded: (time: string) => string;
  readonly checkedAt: (time: string) => string;
  /** Before what somebody else's software would search for. */
  readonly code: (code: string) => string;
  readonly notCheckable: string;
  readonly noFiles: (folder: string) => string;
  readonly summary: (counts: { readonly [Each in Verdict | 'unreadable']: number }) => string;
};

/**
 * A value within a sentence of whichever direction. It is in one line and holds nothing unseen: files are written by anybody, and one
 * whose title ends the line and goes on with a verdict of its own must not be taken for the report.
 * @see Unicode UAX #9, section 2.4 (FSI, PDI)
 */
export function isolate(value: unknown): string {
  return `\u2068${cleanText(String(value ?? ''))}\u2069`;
}
