import type { CheckReport, Outcome } from '@daricheh/shared/checking';
import { tellReport } from '../src/check/tell-report.ts';
import { getText, type Language } from '../src/text/text.ts';
import { element } from './element.ts';

const marks: Readonly<Record<Outcome, string>> = { holds: '✔', fails: '✘', 'cannot-be-proven': '?', 'not-checked': '–' };
const verdictMarks = { valid: marks.holds, invalid: marks.fails, 'cannot-be-proven': marks['cannot-be-proven'] } as const;

/** What was checked, with its verdict first and each rule below; null where the file could not be read. */
export function showReport(name: string, report: CheckReport | null, language: Language): HTMLElement {
  const { check } = getText(language);
  const heading = element('h2', {}, element('bdi', {}, name));
  if (report === null) return element('article', { class: 'report invalid' }, heading, element('p', {}, check.notCheckable));
  const told = tellReport(report, check, language);
  const verdict = element(
    'p',
    { class: 'verdict' },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, verdictMarks[report.verdict]),
    element('strong', {}, told.verdict),
    told.when === null ? null : ` ${told.when}`,
  );
  const items = told.findings.map(({ name: rule, outcome, sentence, when, note }, index) =>
    element(
      'li',
      { class: report.findings[index]?.outcome ?? 'not-checked' },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[report.findings[index]?.outcome ?? 'not-checked']),
      element('h3', {}, `${rule}: `, element('span', { class: 'outcome' }, outcome)),
      element('p', {}, sentence),
      when === null ? null : element('p', { class: 'when' }, when),
      note === null ? null : element('p', { class: 'note' }, note),
    ),
  );
  return element(
    'article',
    { class: `report ${report.verdict}` },
    ...[heading, told.title === '' ? null : element('p', { class: 'about' }, element('bdi', {}, told.title))],
    ...[...told.links.map((link) => element('p', { class: 'link' }, link)), verdict],
    ...[element('ul', {}, ...items), element('p', { class: 'when' }, told.checkedAt)],
  );
}
