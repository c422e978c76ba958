import { type Concept, type DatePart, isDatePart } from '../concept.ts';
import type { Draft } from '../draft.ts';
import type { PageContext } from '../evidence.ts';
import type { Drafts } from './neighbours.ts';

type WholeDate = 'bday' | 'passport-issue-date' | 'passport-expiry-date' | 'document-issue-date' | 'document-expiry-date' | 'cc-exp';

const parts: Readonly<Partial<Record<WholeDate, Readonly<Record<DatePart, Concept>>>>> = {
  bday: { day: 'bday-day', month: 'bday-month', year: 'bday-year' },
  'passport-issue-date': { day: 'passport-issue-day', month: 'passport-issue-month', year: 'passport-issue-year' },
  'passport-expiry-date': { day: 'passport-expiry-day', month: 'passport-expiry-month', year: 'passport-expiry-year' },
  'cc-exp': { day: 'other', month: 'cc-exp-month', year: 'cc-exp-year' },
};

/** Says which date a day, month or year belongs to, and which part of a date a box is that bears the whole date's name. */
export function settleDates(drafts: Drafts, page: PageContext): void {
  markUnnamedParts(drafts);
  markFirstParts(drafts);
  markLoneYears(drafts);
  const wholes = new Map<number, WholeDate>();
  for (const { place, concept } of drafts.list) {
    const whole = concept !== undefined && isDatePart(concept) ? findWholeDate(drafts, place, page) : undefined;
    if (whole) wholes.set(place, whole);
  }
  for (const draft of drafts.list) {
    const part = draft.concept;
    if (part === undefined || !isDatePart(part)) continue;
    // A part whose own words say nothing belongs with the parts beside it.
    const whole = wholes.get(draft.place) ?? borrowWhole(drafts, draft, part, wholes);
    draft.concept = (whole && parts[whole]?.[part]) ?? part;
    draft.context = 'date-parts';
  }
}

/** The date of the parts beside a part, under the same caption, where they lack just this one. */
function borrowWhole({ list }: Drafts, draft: Draft, part: DatePart, wholes: ReadonlyMap<number, WholeDate>): WholeDate | undefined {
  const beside = [-2, -1, 1, 2].flatMap((step) => list[draft.place + step] ?? []).filter((other) => wholes.has(other.place));
  const own = beside.filter(({ field }) => field.groups[0] === draft.field.groups[0] && field.headings[0] === draft.field.headings[0]);
  const [first] = own;
  const hasSame = own.some((other) => other.concept === part || other.concept?.endsWith(`-${part}`));
  return first && !hasSame ? wholes.get(first.place) : undefined;
}

/** Three neighbours that all bear the name of one date are its day, month and year; their lengths or options tell which. */
function markUnnamedParts({ list, snapshot }: Drafts): void {
  for (const [first, last] of snapshot.clusters) {
    if (last - first !== 2 && last - first !== 1) continue;
    const group = list.slice(first, last + 1);
    if (!group.every((draft) => draft.concept !== undefined && isWholeDate(draft.concept) && draft.field.type !== 'date')) continue;
    const guessed = group.map(guessPart);
    if (new Set(guessed).size !== group.length || guessed.includes(undefined)) continue;
    for (const [place, draft] of group.entries()) draft.concept = guessed[place];
  }
}

/** A box of four signs that bears the date's name, alone, has room for its year. */
function markLoneYears({ list }: Drafts): void {
  for (const draft of list) {
    if (draft.concept === 'bday' && draft.field.maxLength === 4) draft.concept = 'bday-year';
  }
}

/** A first box that bears the date's name, with two parts of a date right after it, is the third part. */
function markFirstParts({ list }: Drafts): void {
  for (const [place, draft] of list.entries()) {
    const [next, last] = [list[place + 1]?.concept, list[place + 2]?.concept];
    if (draft.concept === undefined || !isWholeDate(draft.concept) || draft.field.type === 'date') continue;
    if (!next || !last || !isDatePart(next) || !isDatePart(last)) continue;
    const part = guessPart(draft);
    if (part && part !== next && part !== last && next !== last) draft.concept = part;
  }
}

function guessPart(draft: Draft): DatePart | undefined {
  const { field } = draft;
  const byOptions = draft.evidence.find((item) => item.signal === 'options' && isDatePart(item.concept))?.concept;
  if (byOptions && isDatePart(byOptions)) return byOptions;
  const text = `${field.placeholder} ${field.aria} ${field.name} ${field.id}`.toLowerCase();
  if (field.maxLength === 4 || /yyyy|year|سال|yil|jahr|annee|sal\b/.test(text)) return 'year';
  if (/month|mm|ماه|ay\b|monat|mois|mah\b/.test(text)) return 'month';
  return /day|dd|روز|gun|tag|jour|rooz|ruz/.test(text) ? 'day' : undefined;
}

/** The name of the date: in the control's own name, its caption, the label before its first part, the heading. */
function findWholeDate({ list }: Drafts, place: number, page: PageContext): WholeDate | undefined {
  const draft = list[place];
  if (!draft) return undefined;
  const start = findStart(list, place);
  const { field } = draft;
  const texts = [
    field.groups[0],
    ...(list[start]?.field.before ?? []),
    list[start]?.field.box,
    field.cell,
    field.groups[1],
    field.headings[0],
  ];
  const named = [field.name, field.id]
    .map((name) => page.readName(name))
    .flatMap((reading) => [reading.concept, ...reading.others].map(nameWhole))
    .find(Boolean);
  if (named) return named;
  for (const text of texts) {
    const reading = text ? page.readText(text) : undefined;
    if (!reading) continue;
    const whole = [reading.concept, ...reading.others].find((concept) => concept !== undefined && isWholeDate(concept));
    if (whole && isWholeDate(whole) && reading.coverage >= 0.3) return whole;
    if (reading.concept === 'other') return undefined;
  }
  return undefined;
}

/** The first of the parts that stand side by side, at most two places back. */
function findStart(list: readonly Draft[], place: number): number {
  let start = place;
  while (start > 0 && place - start < 2 && isPartLike(list[start - 1])) start -= 1;
  return start;
}

function isPartLike(draft: Draft | undefined): boolean {
  return draft?.concept !== undefined && (isDatePart(draft.concept) || draft.context === 'date-parts');
}

/** The date that a part of a name means: `dob` and `bday-month` alike are the day of birth. */
function nameWhole(concept: Concept | undefined): WholeDate | undefined {
  if (concept === undefined) return undefined;
  if (concept.startsWith('bday')) return 'bday';
  return isWholeDate(concept) && concept.startsWith('passport') ? concept : undefined;
}

function isWholeDate(concept: Concept): concept is WholeDate {
  return Object.hasOwn(parts, concept) || concept === 'document-issue-date' || concept === 'document-expiry-date';
}
