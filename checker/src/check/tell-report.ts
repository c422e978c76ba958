import type { CheckReport, Finding } from '@daricheh/shared/checking';
import { isErrorCode } from '@daricheh/shared/errors';
import { cleanText, formatInstant } from '@daricheh/shared/submission';
import type { Language } from '../text/text.ts';
import type { CheckText } from './text/check-text.ts';

/** A finding in words. */
export type ToldFinding = {
  readonly name: string;
  readonly outcome: string;
  readonly sentence: string;
  /** As of when, and by whose clock; null where it is true at any time. */
  readonly when: string | null;
  /** What is to be known besides; null where nothing is. */
  readonly note: string | null;
};

/** A report in words. */
export type ToldReport = {
  readonly title: string;
  /** Which earlier case it amends or withdraws, and what beside it does that to this one; nothing of a form that stands for itself. */
  readonly links: readonly string[];
  readonly verdict: string;
  /** As of when the whole is judged, and by whose clock; null unless it is valid. */
  readonly when: string | null;
  readonly checkedAt: string;
  readonly findings: readonly ToldFinding[];
};

/** The report as people read it, in that language. */
export function tellReport({ kind, verdict, about, findings, checkedAt }: CheckReport, text: CheckText, language: Language): ToldReport {
  const certificate = findLast(findings.filter(({ rule }) => rule === 'certificate'));
  return {
    title: about === null ? '' : tellTitle(about, language),
    links: about === null ? [] : tellLinks(about, text),
    verdict: kind === 'local-proof' && verdict === 'valid' ? text.validRecord : text.verdicts[verdict],
    when: verdict === 'valid' && certificate ? tellWhen(certificate, text, language) : null,
    checkedAt: text.checkedAt(formatInstant(checkedAt, language)),
    findings: findings.map((finding) => tellFinding(finding, text, language)),
  };
}

function tellTitle({ title, agency, origin }: NonNullable<CheckReport['about']>, language: Language): string {
  const named = [title[language], agency?.[language] ?? ''].map(cleanText).filter((part) => part !== '');
  return `${named.join(' — ')} (${cleanText(origin)})`;
}

function tellLinks({ earlier, later }: NonNullable<CheckReport['about']>, text: CheckText): string[] {
  const named = earlier === null ? [] : [text.earlier[earlier.kind](earlier.caseNumber, earlier.manifestHash)];
  return [...named, ...later.map(({ kind, name }) => text.later[kind](name))];
}

/** Where several people signed, the form is signed since the last of them has. */
function findLast(certificates: readonly Finding[]): Finding | undefined {
  return [...certificates].sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? '')).at(-1);
}

function tellFinding(finding: Finding, text: CheckText, language: Language): ToldFinding {
  const { rule, outcome, facts, signature } = finding;
  const { sealEndedAt } = facts;
  const role = signature?.role ? cleanText(signature.role[language]) : null;
  return {
    name: signature ? `${text.rules[rule].name} (${text.signature(signature.place, role)})` : text.rules[rule].name,
    outcome: text.outcomes[outcome],
    sentence: tellSentence(finding, text),
    when: outcome === 'holds' ? tellWhen(finding, text, language) : null,
    note: typeof sealEndedAt === 'string' ? text.sealEnded(formatInstant(sealEndedAt, language)) : null,
  };
}

function tellSentence({ rule, outcome, reason, facts }: Finding, text: CheckText): string {
  if (outcome === 'holds') return text.rules[rule].holds(facts);
  if (reason !== null && !isErrorCode(reason)) return text.reasons[reason](facts);
  // The code is for whoever looks further; `what` says which part of it.
  const code = [reason, facts['reason'], facts['what']].filter((part) => part !== undefined && part !== null);
  return `${text.rules[rule].fails} ${text.code(code.join(' '))}`;
}

function tellWhen({ asOf, clock }: Finding, text: CheckText, language: Language): string | null {
  if (asOf === null) return null;
  const time = formatInstant(asOf, language);
  return clock === null ? text.asOf(time) : text.byClock(time, text.clocks[clock]);
}
