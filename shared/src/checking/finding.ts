import type { ErrorCode, ErrorFacts } from '../errors/index.ts';
import type { LocalizedText } from '../trust/index.ts';

/** What files are held to, in the order in which a report tells it. */
export const checkedRules = [
  'sheet',
  'sheet-seal',
  'enclosed',
  'record',
  'manifest',
  'form',
  'terms',
  'answers',
  'attachments',
  'view',
  'attachment',
  'signature',
  'certificate',
  'time-stamp',
  'picture',
  'arrival',
  'time',
  'request',
  'credential',
  'signer',
  'status',
  'passkey',
  'subject',
  'mandate',
  'mandate-status',
  'signers',
  'receipt',
  'earlier',
  'earlier-file',
  'log',
  'root',
  'registered',
] as const;
export type CheckedRule = (typeof checkedRules)[number];

/** What can be checked: a signed submission as its owner keeps it or as the agency's receipt has it (PDF), or the owner's own record of what was sent. */
export const fileKinds = ['submission', 'sheet', 'local-proof'] as const;
export type FileKind = (typeof fileKinds)[number];

const sheetsAlone: readonly CheckedRule[] = ['sheet', 'sheet-seal', 'enclosed'];
const recordsAlone: readonly CheckedRule[] = ['record', 'picture', 'arrival'];
const submissionRules = checkedRules.filter((rule) => !sheetsAlone.includes(rule) && !recordsAlone.includes(rule));

/** Of these a form may give nothing to look at: one without files, of one signer, that nobody signs for another, or that stands for itself. A report then has none of them. */
export const rulesOfSome: ReadonlySet<CheckedRule> = new Set<CheckedRule>([
  'attachment',
  'mandate',
  'mandate-status',
  'signers',
  'earlier',
  'earlier-file',
]);

/** The rules for each kind of file, in the same order. */
export const rulesOf: Readonly<Record<FileKind, readonly CheckedRule[]>> = {
  submission: submissionRules,
  sheet: [...sheetsAlone, ...submissionRules],
  'local-proof': ['record', 'signature', 'certificate', 'time-stamp', 'picture', 'arrival', 'root'],
};

/**
 * `fails`: what stands in the file contradicts itself, or the roots that it is held to. `cannot-be-proven`: nothing contradicts
 * it, and nothing shows it (any more). `not-checked`: the file does not bring what the rule needs, or an earlier rule did not hold.
 */
export type Outcome = 'holds' | 'fails' | 'cannot-be-proven' | 'not-checked';

/** Whose clock said the time: a time-stamp authority's that is not the agency, the agency's, the issuer's of the credential, the wallet's, or the clock of whoever checks. */
export type Clock = 'authority' | 'agency' | 'issuer' | 'wallet' | 'checker';

/** Why a rule does not hold where no error of the code list says it. */
export const checkReasons = [
  /** The file does not bring it. */
  'absent',
  /** Rests on another rule; the fact `needs` names it. */
  'needs',
  /** Neither the caller nor the file names a root. */
  'no_roots',
  /** Held to the roots that came with the file, which anybody can put in. */
  'own_roots',
  /** The certificate of the authority whose clock it was has ended, and no later time stamp covers this one. */
  'stamp_ended',
  /** A later time stamp is by an authority under no root that was given. */
  'clock_unknown',
  /** The signer's certificate has ended, and no time stamp shows that the signature is older. */
  'certificate_ended',
  /** Dated after the time of the check. */
  'not_yet',
  /** The status list had run out when the signature was made. */
  'status_over',
  /** The status list is of a later day, and says that the credential was revoked by then. */
  'revoked_later',
  /** A file of that name is beside it, with other content. */
  'other_content',
  /** A submission beside it says that it is the earlier one, and is another. */
  'other_earlier',
  /** Something was added to the PDF behind its end. */
  'added_behind',
  /** The seal says of itself that it does not cover the whole file. */
  'byte_range',
  /** What the seal covers is not what was sealed. */
  'changed_since',
  /** Nobody but the signer says so, and nothing can show it. */
  'unconfirmed',
] as const;
export type CheckReason = (typeof checkReasons)[number];

/** One rule, and what came of it. */
export type Finding = {
  readonly rule: CheckedRule;
  /** Where several people signed, and the rule is about one signature: its place, from 1, and as what they signed; null where the form knows no such role. */
  readonly signature?: { readonly place: number; readonly role: LocalizedText | null };
  readonly outcome: Outcome;
  /** The moment of which this is true (RFC 3339); null where it is true at any time. */
  readonly asOf: string | null;
  readonly clock: Clock | null;
  readonly reason: CheckReason | ErrorCode | null;
  /** `sealEndedAt`: the certificate of the seal in question has ended since. Others are named where they are set. */
  readonly facts: ErrorFacts;
};

/** `cannot-be-proven`: nothing is wrong with it, and it is not shown to be right. */
export type Verdict = 'valid' | 'invalid' | 'cannot-be-proven';

/** Without these a file may still be valid: they are said besides. */
const besides: ReadonlySet<CheckedRule> = new Set<CheckedRule>(['attachment', 'earlier-file', 'log', 'registered', 'arrival']);

/**
 * Invalid as soon as anything fails; valid when all that matters holds. A signature without a time stamp is judged by its
 * certificate alone, which then must count at the time of the check.
 */
export function judge(findings: readonly Finding[]): Verdict {
  if (findings.some(({ outcome }) => outcome === 'fails')) return 'invalid';
  const isShown = ({ rule, outcome, reason }: Finding): boolean =>
    outcome === 'holds' || besides.has(rule) || (rule === 'time-stamp' && reason === 'absent');
  return findings.every(isShown) ? 'valid' : 'cannot-be-proven';
}
