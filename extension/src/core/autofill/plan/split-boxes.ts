import { type CalendarDate, type FieldId, getField, splitPhone, toPersianDigits } from '@daricheh/shared/vocabulary';
import type { Settled } from '../learning/obey-answers.ts';
import type { PageField, PageSnapshot } from '../snapshot.ts';
import { type Calendar, findDatePart, readDateOrder, toCalendar } from './dates.ts';
import { describeField, wantsPersianDigits } from './field-texts.ts';
import type { FieldWrite } from './fill-plan.ts';
import { isLeftEmpty } from './settle-answers.ts';

const longestRun = 40;

export type BoxWrite = Extract<FieldWrite, { readonly kind: 'boxes' }>;

/**
 * The boxes that go on where the field at `place` ends, the field itself first: side by side in one form, each with a length of its own, and none with a
 * question of its own. Alone where there are none.
 */
export function findBoxRun(snapshot: PageSnapshot, answers: readonly Settled[], place: number): readonly PageField[] {
  const first = snapshot.fields[place];
  if (!first || !isBox(first)) return [];
  const run = [first];
  for (let next = place + 1; next < snapshot.fields.length && run.length < longestRun; next += 1) {
    const field = snapshot.fields[next];
    if (!field || !isBox(field) || field.form !== first.form || !goesOn(first, field)) break;
    if (!asksTheSame(answers[place], answers[next])) break;
    run.push(field);
  }
  return run;
}

/** One value over a run of boxes; undefined where it does not come out even. The boxes may be fewer than the run. */
export function splitIntoBoxes(datum: FieldId, value: string, run: readonly PageField[], calendar: Calendar): BoxWrite | undefined {
  const [first] = run;
  if (!first || run.length < 2) return undefined;
  const phone = splitPhoneIntoBoxes(datum, value, run);
  if (phone) return phone;
  for (const text of listCompactTexts(datum, value, run, calendar)) {
    const parts = cutText(text, run, getField(datum).kind === 'text');
    if (!parts) continue;
    const boxes = parts.map((part, place) => ({
      handle: run[place]?.handle ?? first.handle,
      text: wantsPersianDigits(first) ? toPersianDigits(part) : part,
    }));
    return { kind: 'boxes', handle: first.handle, boxes };
  }
  return undefined;
}

/** A landline over two boxes: its area code, then the rest. Codes are of several lengths, and the first box need not be filled to its end. */
function splitPhoneIntoBoxes(datum: FieldId, value: string, run: readonly PageField[]): BoxWrite | undefined {
  const [first, second] = run;
  if (!isPhone(datum) || !first || !second) return undefined;
  const { areaCode, local } = splitPhone(value);
  if (areaCode === '' || areaCode.length > getBoxLength(first) || local.length > getBoxLength(second)) return undefined;
  const write = (text: string) => (wantsPersianDigits(first) ? toPersianDigits(text) : text);
  return {
    kind: 'boxes',
    handle: first.handle,
    boxes: [
      { handle: first.handle, text: write(areaCode) },
      { handle: second.handle, text: write(local) },
    ],
  };
}

/** Numbers must fill their boxes to the last sign; words may leave boxes of one letter empty at the end. */
function cutText(text: string, run: readonly PageField[], isWord: boolean): string[] | undefined {
  const parts: string[] = [];
  let rest = text;
  for (const field of run) {
    const length = getBoxLength(field);
    if (rest === '') break;
    if (rest.length < length) return undefined;
    if (isWord && length > 1) return undefined;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return rest === '' && parts.length > 1 ? parts : undefined;
}

function listCompactTexts(datum: FieldId, value: string, run: readonly PageField[], calendar: Calendar): string[] {
  const { kind } = getField(datum);
  const part = findDatePart(datum);
  if (part || kind === 'date') {
    const date = toCalendar(value, calendar);
    return date ? listCompactDates(date, part, run) : [];
  }
  if (datum === 'tel-country-code') return [value.replace('+', '')];
  if (isPhone(datum)) {
    const { national, countryCode } = splitPhone(value);
    const bare = national.replace(/^0/, '');
    return [national, bare, `${countryCode}${bare}`, `00${countryCode}${bare}`];
  }
  if (kind === 'iban') return [value, value.replace(/^[A-Z]{2}/, '')];
  return kind === 'digits' || kind === 'text' ? [value] : [];
}

function listCompactDates({ year, month, day }: CalendarDate, part: ReturnType<typeof findDatePart>, run: readonly PageField[]): string[] {
  const parts = { y: String(year), m: String(month).padStart(2, '0'), d: String(day).padStart(2, '0') };
  if (part === 'year') return [parts.y, parts.y.slice(-2)];
  if (part) return [part === 'month' ? parts.m : parts.d];
  const order = readDateOrder(run);
  return [[...order].map((each) => parts[each as keyof typeof parts]).join('')];
}

function isBox(field: PageField): boolean {
  return field.control === 'text' && field.state === 'visible' && field.type !== 'textarea' && getBoxLength(field) > 0;
}

/** What fits: the page's own limit, or the length of an example such as `0912` or `XXXX`. */
function getBoxLength({ maxLength, placeholder }: PageField): number {
  if (maxLength > 0) return maxLength;
  return /^[\d۰-۹٠-٩XxـN#_*]{1,12}$/.test(placeholder) ? placeholder.length : 0;
}

/** True for a box that has no words of its own but those of the first, or the number of its place. */
function goesOn(first: PageField, field: PageField): boolean {
  const label = describeField(first);
  const own = [...field.labels, field.aria].filter((text) => text !== '' && text !== label && !isOrdinal(text));
  const between = field.before.filter((text) => !/^[-–—/.\s:()]*$/.test(text) && text !== label && !isOrdinal(text));
  return own.length === 0 && between.length === 0 && !/\p{L}{3}/u.test(field.placeholder);
}

/** A number of one or two digits in a short text, or a word for one of several parts. */
function isOrdinal(text: string): boolean {
  if (/رقم|بخش|قسمت|digit|part/i.test(text)) return true;
  const [number, ...others] = text.length > 80 ? [] : (text.match(/[\d۰-۹٠-٩]+/g) ?? []);
  return number !== undefined && number.length <= 2 && others.length === 0;
}

function asksTheSame(first: Settled | undefined, next: Settled | undefined): boolean {
  if (first?.verdict.kind !== 'datum' || !next || isLeftEmpty(next)) return false;
  if (next.verdict.kind === 'unknown') return true;
  if (next.verdict.kind !== 'datum') return false;
  return next.verdict.datum === first.verdict.datum || (isPhone(first.verdict.datum) && isPhone(next.verdict.datum));
}

function isPhone(datum: FieldId): boolean {
  return getField(datum).kind === 'phone' || datum.startsWith('tel-');
}
