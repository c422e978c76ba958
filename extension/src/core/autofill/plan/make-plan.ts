import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { type Classified, classifyPage } from '../classify.ts';
import { findLanguages } from '../page-languages.ts';
import type { FieldOption, PageField, PageSnapshot } from '../snapshot.ts';
import { listChoiceWords } from './choice-words.ts';
import { chooseOption, foldPlace } from './choose-option.ts';
import { foldCountry, listCountryWords } from './countries.ts';
import { type Calendar, findCalendar, findDatePart, listPartWords, toCalendar } from './dates.ts';
import { describeField, findScript } from './field-texts.ts';
import type { FieldWrite, FramePlan, HeldValue, PlanLine, SkippedLine, SkipReason } from './fill-plan.ts';
import { chooseTwin, findHeldValue } from './held-values.ts';
import { listTexts } from './write-text.ts';

/**
 * What would be written into one frame: for each field its datum, the value in the form that the field wants, and where it comes from; and for each
 * other field, why not. Nothing is filled that nobody sees, that asks about somebody else, or that the page keeps to itself.
 */
export function planFill(snapshot: PageSnapshot, held: readonly HeldValue[], frameOrigin: string): FramePlan {
  const answers = classifyPage(snapshot);
  const isPersianPage = findLanguages(snapshot)[0] === 'fa' || snapshot.lang.toLowerCase().startsWith('fa');
  const calendars = findCalendars(snapshot, answers, isPersianPage);
  const lines: PlanLine[] = [];
  const skipped: SkippedLine[] = [];
  for (const [place, field] of snapshot.fields.entries()) {
    const answer = answers[place];
    if (!answer) continue;
    const result = planField(field, answer, { held, calendars });
    if ('write' in result) lines.push(result);
    else skipped.push(result);
  }
  return { mark: snapshot.mark, lines, skipped, postsTo: listDestinations(snapshot, lines, frameOrigin) };
}

type PlanContext = { readonly held: readonly HeldValue[]; readonly calendars: ReadonlyMap<string, Calendar> };

function planField(field: PageField, answer: Classified, context: PlanContext): PlanLine | SkippedLine {
  const { verdict, reason } = answer;
  const label = describeField(field);
  const skip = (why: SkipReason, datum?: FieldId): SkippedLine => ({
    handle: field.handle,
    label,
    why,
    datum,
    person: verdict.kind === 'other-person' ? verdict.person : undefined,
  });
  if (verdict.kind === 'other-person') return skip('other-person');
  if (verdict.kind === 'refused') return skip(verdict.what);
  if (verdict.kind === 'unknown') return skip(isSeen(field) ? 'unknown' : 'hidden');
  const closed = findClosed(field);
  if (closed) return skip(closed, verdict.datum);
  const datum = chooseTwin(verdict.datum, findScript(field), context.held);
  const held = findHeldValue(datum, context.held);
  if (!held) return skip('no-value', verdict.datum);
  const made = makeWrite(field, datum, held.value, context);
  if (typeof made === 'string') return skip(made, verdict.datum);
  return { handle: field.handle, label, datum, shown: made.shown, source: held.source, reason, isTaken: field.hasValue, write: made.write };
}

function isSeen(field: PageField): boolean {
  return findClosed(field) !== 'hidden';
}

function findClosed({ state }: PageField): 'hidden' | 'locked' | undefined {
  if (state === 'visible') return undefined;
  return state === 'disabled' || state === 'read-only' ? 'locked' : 'hidden';
}

type Made = { readonly write: FieldWrite; readonly shown: string };

function makeWrite(field: PageField, datum: FieldId, value: string, { calendars }: PlanContext): Made | SkipReason {
  const calendar = calendars.get(nameDate(field, datum)) ?? 'gregorian';
  if (field.control === 'checkbox') return 'unknown';
  if (field.control === 'select' || field.control === 'radio') return makeChoice(field, pickOption(field, datum, value, calendar));
  const texts = listTexts(datum, value, field, { calendar });
  const [first] = texts;
  return first === undefined ? 'too-long' : { shown: first, write: { kind: 'text', handle: field.handle, texts } };
}

function makeChoice(field: PageField, option: FieldOption | undefined): Made | SkipReason {
  if (!option) return 'no-option';
  const shown = option.text || option.value;
  if (field.control === 'select') return { shown, write: { kind: 'option', handle: field.handle, value: option.value, text: option.text } };
  return option.handle === undefined ? 'no-option' : { shown, write: { kind: 'check', handle: field.handle, option: option.handle } };
}

function pickOption(field: PageField, datum: FieldId, value: string, calendar: Calendar): FieldOption | undefined {
  const part = findDatePart(datum);
  const { kind, group } = getField(datum);
  if (part) {
    const date = toCalendar(value, calendar);
    return date && chooseOption(field.options, listPartWords(part, date, calendar));
  }
  if (kind === 'country') return chooseOption(field.options, listCountryWords(value), foldCountry);
  if (kind === 'choice') return chooseOption(field.options, listChoiceWords(datum, value));
  return chooseOption(field.options, [value], group === 'address' || datum === 'birth-place' ? foldPlace : undefined);
}

/** One calendar for all fields of a date: what one of them shows holds for the others. */
function findCalendars(snapshot: PageSnapshot, answers: readonly Classified[], isPersianPage: boolean): Map<string, Calendar> {
  const dates = new Map<string, PageField[]>();
  for (const [place, field] of snapshot.fields.entries()) {
    const verdict = answers[place]?.verdict;
    if (verdict?.kind !== 'datum' || !(findDatePart(verdict.datum) || getField(verdict.datum).kind === 'date')) continue;
    const name = nameDate(field, verdict.datum);
    dates.set(name, [...(dates.get(name) ?? []), field]);
  }
  return new Map([...dates].map(([name, fields]) => [name, findCalendar(fields, isPersianPage)]));
}

function nameDate(field: PageField, datum: FieldId): string {
  return `${field.form}/${datum.replace(/-(day|month|year)$/, '')}`;
}

/** Where the forms that would get values send them, where it is not the page's own origin. */
function listDestinations(snapshot: PageSnapshot, lines: readonly PlanLine[], frameOrigin: string): string[] {
  const filled = snapshot.fields.filter((field) => lines.some((line) => line.handle === field.handle));
  const origins = filled.flatMap((field) => (field.form < 0 ? [] : [snapshot.forms[field.form]?.actionOrigin ?? 'null']));
  return [...new Set(origins)].filter((origin) => origin !== frameOrigin);
}
