import { type CaseStatus, isOpenState } from '@daricheh/shared/catalogue';
import type { Receipt, View } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { ActsFor } from './acts-for.ts';
import { readAmendmentRule } from './amendment-rule.ts';
import type { CaseLog, CaseRecord, ReceivedCase } from './case-record.ts';

/** `unsent`: signed here, not yet received there. `awaiting`: the agency waits for another person's signature. The rest is the agency's word. */
export type CaseState = CaseStatus['state'] | 'unsent' | 'awaiting';

/** What the citizen can do now. `send`: deliver it again; `sign-again`: it was refused, start over on the form; `co-sign`: give the link to the other person who must sign; `act`: the agency waits for something, in its words; `remind`: the promise is past due. */
export type NextAction =
  | { readonly kind: 'none' }
  | { readonly kind: 'send' }
  | { readonly kind: 'sign-again'; readonly code: string }
  | { readonly kind: 'co-sign'; readonly label: LocalizedText; readonly link: string; readonly expiresAtMs: number }
  | { readonly kind: 'remind' }
  | { readonly kind: 'act'; readonly text: LocalizedText };

export type LogProblem = NonNullable<CaseLog['problem']>['code'];

/** One line of the list of cases, without anything secret. */
export type CaseLine = {
  readonly id: string;
  readonly agency: CaseRecord['agency'];
  readonly title: LocalizedText;
  readonly caseNumber: string | null;
  readonly state: CaseState;
  readonly signedAtMs: number;
  readonly dueAtMs: number | null;
  readonly isOverdue: boolean;
  readonly checkedAtMs: number | null;
  readonly nextAction: NextAction;
  /** What does not hold of the agency's log; null when nothing. */
  readonly logProblem: LogProblem | null;
  /** What became of the citizen's wish to have it erased at the agency; null where they had none. */
  readonly erasure: CaseStatus['erasure'] | null;
  /** The case that it amends or withdraws. */
  readonly about: NonNullable<CaseRecord['about']> | null;
  /** What amended it or withdrew it; `caseNumber` is null until the agency has that. */
  readonly closedBy: { readonly kind: NonNullable<CaseRecord['about']>['kind']; readonly caseNumber: string | null } | null;
  /** In whose place the citizen signed it; null where it is their own. */
  readonly actsFor: ActsFor | null;
  readonly canAmend: boolean;
  readonly canWithdraw: boolean;
};

/** A receipt as the wallet's pages show it, beside the form that was signed. */
export type ReceiptView = {
  /** Whether the agency's seal holds and names exactly what was signed. */
  readonly isValid: boolean;
  /** SHA-256 over the manifest's bytes, base64url. */
  readonly manifestHash: string;
  readonly receivedAt: string;
  /** When the signature existed for certain, by the clock of whoever stamped it; null where no stamp holds. */
  readonly stampedAtMs: number | null;
  /** What the agency checked, by the names of its steps. */
  readonly report: Receipt['report'];
  /** Its index in the agency's log, where a proof that was kept holds; null while there is none. */
  readonly logIndex: number | null;
  readonly logProblem: LogProblem | null;
  readonly view: View;
  /** Where the agency serves the page by which anybody checks the receipt. */
  readonly checkPage: string;
};

/**
 * The cases of every agency in one list: first what waits for the citizen, then what is past due, then what is under
 * way by its deadline, and last what is decided, newest first.
 */
export function listCases(records: readonly CaseRecord[], nowMs: number): CaseLine[] {
  return records.map((record) => describeCase(record, nowMs, findLater(record, records))).sort(compareCases);
}

/** What was signed about a received case and may count: not what the agency has refused. */
function findLater(record: CaseRecord, records: readonly CaseRecord[]): CaseRecord | undefined {
  if (record.delivery !== 'received') return undefined;
  const isAbout = ({ agency, about }: CaseRecord) => agency.origin === record.agency.origin && about?.caseNumber === record.caseNumber;
  const all = records.filter((each) => isAbout(each) && (each.delivery === 'received' || each.refusal === null));
  return all.find(({ delivery }) => delivery === 'received') ?? all[0];
}

/** One case as the list shows it. `later`: what the citizen has signed about it. */
export function describeCase(record: CaseRecord, nowMs: number, later?: CaseRecord): CaseLine {
  const { id, agency, title, signedAtMs, actsFor = null } = record;
  const common = { id, agency, title, signedAtMs, actsFor };
  if (record.delivery === 'pending') {
    return {
      ...common,
      caseNumber: null,
      state: record.awaits !== undefined && record.refusal === null ? 'awaiting' : 'unsent',
      dueAtMs: null,
      isOverdue: false,
      checkedAtMs: null,
      nextAction: choosePendingAction(record),
      logProblem: null,
      erasure: null,
      about: record.about ?? null,
      closedBy: null,
      ...{ canAmend: false, canWithdraw: false },
    };
  }
  const state = readState(record, later);
  const dueAtMs = Date.parse(record.status?.dueAt ?? record.dueAt);
  const erasure = record.status?.erasure ?? null;
  const isOverdue = !isClosed(state) && erasure?.state !== 'erased' && dueAtMs < nowMs;
  return {
    ...common,
    caseNumber: record.caseNumber,
    state,
    dueAtMs,
    isOverdue,
    checkedAtMs: record.checkedAtMs,
    nextAction: isSuperseded(state) ? { kind: 'none' } : chooseNextAction(record.status, isOverdue),
    logProblem: record.log?.problem?.code ?? null,
    erasure,
    about: record.about ?? null,
    closedBy: describeClosing(record, state, later),
    ...listChanges(record, { state, isFree: later === undefined && erasure?.state !== 'erased' }),
  };
}

/** Where it stands: as the agency said last, but for what it has acknowledged since. */
function readState(record: ReceivedCase, later: CaseRecord | undefined): CaseStatus['state'] {
  if (later?.delivery === 'received') return later.about?.kind === 'withdraws' ? 'withdrawn' : 'amended';
  return record.status?.state ?? (record.about?.kind === 'withdraws' ? 'recorded' : 'received');
}

function describeClosing({ status }: ReceivedCase, state: CaseStatus['state'], later: CaseRecord | undefined): CaseLine['closedBy'] {
  if (later?.about) return { kind: later.about.kind, caseNumber: later.delivery === 'received' ? later.caseNumber : null };
  if (status?.closedBy === undefined) return null;
  return { kind: state === 'withdrawn' ? 'withdraws' : 'amends', caseNumber: status.closedBy };
}

/** What the citizen may do about what they sent; nothing where two people signed, for neither may alone. The agency has the last word, by what it knows then. */
function listChanges(
  record: ReceivedCase,
  { state, isFree }: { readonly state: CaseStatus['state']; readonly isFree: boolean },
): Pick<CaseLine, 'canAmend' | 'canWithdraw'> {
  const canWithdraw = isFree && record.coSigned === undefined && record.filled !== undefined && isOpenState(state);
  const rule = canWithdraw ? readAmendmentRule(record) : 'never';
  return { canWithdraw, canAmend: rule === 'until-decided' || (rule === 'until-review' && state !== 'in-review') };
}

/** True when nothing is to be decided any more, so that no deadline runs. */
export function isClosed(state: CaseState): boolean {
  return !isUnreceived(state) && !isOpenState(state);
}

function isUnreceived(state: CaseState): state is 'unsent' | 'awaiting' {
  return state === 'unsent' || state === 'awaiting';
}

function choosePendingAction({ refusal, awaits }: Extract<CaseRecord, { delivery: 'pending' }>): NextAction {
  if (refusal !== null) return { kind: 'sign-again', code: refusal };
  if (awaits === undefined) return { kind: 'send' };
  return { kind: 'co-sign', label: awaits.label, link: awaits.link, expiresAtMs: Date.parse(awaits.expiresAt) };
}

/** Nothing is to be done about it any more: another came in its place, or the citizen took it back. */
function isSuperseded(state: CaseState): boolean {
  return state === 'amended' || state === 'withdrawn';
}

function chooseNextAction(status: CaseStatus | null, isOverdue: boolean): NextAction {
  if (status?.nextAction) return { kind: 'act', text: status.nextAction };
  return isOverdue ? { kind: 'remind' } : { kind: 'none' };
}

function compareCases(a: CaseLine, b: CaseLine): number {
  const rank = rankCase(a) - rankCase(b);
  if (rank !== 0) return rank;
  if (rankCase(a) === 4 || a.dueAtMs === null || b.dueAtMs === null) return b.signedAtMs - a.signedAtMs;
  return a.dueAtMs - b.dueAtMs;
}

function rankCase(line: CaseLine): number {
  if (isClosed(line.state) || line.erasure?.state === 'erased') return 4;
  if (isUnreceived(line.state)) return 0;
  if (line.nextAction.kind === 'act') return 1;
  return line.isOverdue ? 2 : 3;
}
