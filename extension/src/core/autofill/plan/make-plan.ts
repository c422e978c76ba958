import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { type Classified, classifyPage, type Verdict } from '../classify.ts';
import { isToldEmpty, type Settled } from '../learning/obey-answers.ts';
import { findLanguages } from '../page-languages.ts';
import type { PageField, PageSnapshot } from '../snapshot.ts';
import { type Calendar, findCalendar, findDatePart } from './dates.ts';
import { asksToBeEmpty, describeField, saysLandline } from './field-texts.ts';
import type { FramePlan, HeldValue, PlanLine, SkippedLine, SkipReason } from './fill-plan.ts';
import { findValueFor, putLandlineFirst } from './held-values.ts';
import { makeWrite } from './make-write.ts';
import { isLeftEmpty, isMappedEmpty, type Said, settleAnswers } from './settle-answers.ts';
import { type Family, noFamily, type SettledRelatives, settleRelatives } from './settle-relatives.ts';
import { findBoxRun } from './split-boxes.ts';

/**
 * What would be written into one frame: for each field its datum, the value in the form that the field wants, and where it comes from; and for each
 * other field, why not. Nothing is filled that nobody sees, that asks about somebody whom the wallet does not know, or that the page keeps to itself. `said`: what
 * the citizen and the agency have said of these fields; it goes before every guess. `guesses`: what the classifier makes of the fields, in their order.
 */
export function planFill(
  snapshot: PageSnapshot,
  held: readonly HeldValue[],
  frameOrigin: string,
  said: Said = {},
  guesses: readonly Classified[] = classifyPage(snapshot),
  family: Family = noFamily,
): FramePlan {
  const answers = settleAnswers(snapshot.fields, guesses, said);
  const isPersianPage = findLanguages(snapshot)[0] === 'fa' || snapshot.lang.toLowerCase().startsWith('fa');
  const calendars = findCalendars(snapshot, answers, isPersianPage);
  const relatives = settleRelatives(snapshot.fields, answers, family);
  const lines: PlanLine[] = [];
  const skipped: SkippedLine[] = [];
  const taken = new Set<number>();
  const atHome = putLandlineFirst(held);
  let isLandline = false;
  for (const [place, field] of snapshot.fields.entries()) {
    const answer = answers[place];
    if (!answer || taken.has(field.handle)) continue;
    // A value over several boxes is left out whole: its rest would come to stand in the boxes after the first.
    if (isLeftEmpty(answer)) for (const box of findBoxRun(snapshot, guesses, place)) taken.add(box.handle);
    isLandline = isPhonePart(answer) && (isLandline || saysLandline(field));
    const result = planField(field, answer, {
      held: isLandline ? atHome : held,
      calendars,
      relatives,
      run: findBoxRun(snapshot, answers, place),
    });
    if (!('write' in result)) skipped.push(result);
    else lines.push(result);
    if ('write' in result && result.write.kind === 'boxes') for (const box of result.write.boxes) taken.add(box.handle);
  }
  const { mark, stage = '', isCut } = snapshot;
  const { choices } = relatives;
  return { mark, stage, lines, skipped, choices, postsTo: listDestinations(snapshot, lines, frameOrigin), isCut };
}

type PlanContext = {
  readonly held: readonly HeldValue[];
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly relatives: SettledRelatives;
  /** The field and the boxes that go on where it ends. */
  readonly run: readonly PageField[];
};

function planField(field: PageField, answer: Settled, context: PlanContext): PlanLine | SkippedLine {
  const { verdict, reason } = answer;
  const learned = answer.learned?.id;
  const isMapped = answer.mapped !== undefined;
  const person = verdict.kind === 'other-person' ? verdict.person : answer.person;
  const label = describeField(field);
  const skip = (why: SkipReason, datum?: FieldId): SkippedLine => ({
    handle: field.handle,
    label,
    why,
    datum,
    person,
    learned,
    isMapped,
  });
  if (asksToBeEmpty(field)) return skip('kept-empty');
  if (isToldEmpty(answer)) return skip('told-empty');
  if (isMappedEmpty(answer)) return skip('mapped-empty');
  const relative = verdict.kind === 'other-person' ? context.relatives.byHandle.get(field.handle) : undefined;
  if (verdict.kind === 'other-person' && !relative)
    return skip(context.relatives.unpicked.has(field.handle) ? 'which-relative' : 'other-person');
  if (verdict.kind === 'refused') return skip(verdict.what);
  if (verdict.kind === 'unknown') return skip(isSeen(field) ? 'unknown' : 'hidden');
  const closed = findClosed(field);
  if (closed) return skip(closed, verdict.datum);
  const held = relative?.held ?? context.held;
  const found = findValueFor(verdict.datum, field, held);
  if (!found) return skip('no-value', verdict.datum);
  const { datum, value, source, provenance } = found;
  const calendar = context.calendars.get(nameDate(field, datum, verdict)) ?? 'gregorian';
  const made = makeWrite(field, { datum, value }, { calendar, held, run: context.run });
  if (typeof made === 'string') return skip(made, verdict.datum);
  const { write, shown } = made;
  const isTaken = write.kind === 'boxes' ? context.run.slice(0, write.boxes.length).some((box) => box.hasValue) : field.hasValue;
  return {
    handle: field.handle,
    label,
    datum,
    shown,
    source,
    provenance,
    reason,
    isTaken,
    learned,
    isMapped,
    person,
    relative: relative?.relation,
    write,
  };
}

/** Boxes that follow one another take parts of one number; the first of them says which. */
function isPhonePart({ verdict }: Classified): boolean {
  return verdict.kind === 'datum' && verdict.datum.startsWith('tel-') && verdict.datum !== 'tel-home';
}

function isSeen(field: PageField): boolean {
  return findClosed(field) !== 'hidden';
}

function findClosed({ state }: PageField): 'hidden' | 'locked' | undefined {
  if (state === 'visible') return undefined;
  return state === 'disabled' || state === 'read-only' ? 'locked' : 'hidden';
}

/** One calendar for all fields of a date: what one of them shows holds for the others. */
function findCalendars(snapshot: PageSnapshot, answers: readonly Classified[], isPersianPage: boolean): Map<string, Calendar> {
  const dates = new Map<string, PageField[]>();
  for (const [place, field] of snapshot.fields.entries()) {
    const verdict = answers[place]?.verdict;
    if (!verdict || !('datum' in verdict) || !(findDatePart(verdict.datum) || getField(verdict.datum).kind === 'date')) continue;
    const name = nameDate(field, verdict.datum, verdict);
    dates.set(name, [...(dates.get(name) ?? []), field]);
  }
  return new Map([...dates].map(([name, fields]) => [name, findCalendar(fields, isPersianPage)]));
}

function nameDate(field: PageField, datum: FieldId, verdict: Verdict): string {
  const whose = verdict.kind === 'other-person' ? `${verdict.person}/${verdict.which}` : '';
  return `${field.form}/${whose}/${datum.replace(/-(day|month|year)$/, '')}`;
}

/** Where the forms that would get values send them, where it is not the page's own origin. */
function listDestinations(snapshot: PageSnapshot, lines: readonly PlanLine[], frameOrigin: string): string[] {
  const filled = snapshot.fields.filter((field) => lines.some((line) => line.handle === field.handle));
  const origins = filled.flatMap((field) => (field.form < 0 ? [] : [snapshot.forms[field.form]?.actionOrigin ?? 'null']));
  return [...new Set(origins)].filter((origin) => origin !== frameOrigin);
}
