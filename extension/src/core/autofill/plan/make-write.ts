import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import type { FieldOption, PageField } from '../snapshot.ts';
import { listChoiceWords } from './choice-words.ts';
import { chooseOption, type ListKind, listFolds } from './choose-option.ts';
import { listCountryWords } from './countries.ts';
import { type Calendar, findDatePart, listPartWords, toCalendar } from './dates.ts';
import { describeField } from './field-texts.ts';
import type { FieldWrite, HeldValue, SkipReason } from './fill-plan.ts';
import { listProvinceWords } from './provinces.ts';
import { splitIntoBoxes } from './split-boxes.ts';
import { listTexts } from './write-text.ts';

export type Made = { readonly write: FieldWrite; readonly shown: string };

type Datum = { readonly datum: FieldId; readonly value: string };
type Context = {
  readonly calendar: Calendar;
  readonly held: readonly HeldValue[];
  /** The field and the boxes that go on where it ends. */
  readonly run: readonly PageField[];
};

/** How a value is written into this control, and what will be seen there; or why it cannot be. */
export function makeWrite(field: PageField, asked: Datum, context: Context): Made | SkipReason {
  if (field.control === 'checkbox') return makeMark(field, asked);
  if (field.control === 'radio') return makeRadio(field, pickOption(field.options, asked, context));
  if (field.control === 'select' && field.options.length > 0 && !field.opensList)
    return makeChoice(field, pickOption(field.options, asked, context));
  if (field.opensList) return makeOpenedChoice(field, asked, context);
  const split = splitIntoBoxes(asked.datum, findWhole(asked, context.held), context.run, context.calendar);
  if (split) return { write: split, shown: split.boxes.map((box) => box.text).join(' ') };
  const texts = listTexts(asked.datum, asked.value, field, context);
  const [first] = texts;
  return first === undefined ? 'too-long' : { shown: first, write: { kind: 'text', handle: field.handle, texts } };
}

/** A mark by a statement is set where the wallet knows it to be true; by one of several answers, where it is the citizen's. None is ever taken away. */
function makeMark(field: PageField, { datum, value }: Datum): Made | SkipReason {
  const { kind } = getField(datum);
  const label = describeField(field);
  const isTrue =
    kind === 'boolean'
      ? value === 'true'
      : kind === 'choice' && chooseOption([{ value: '', text: label }], listChoiceWords(datum, value)) !== undefined;
  if (!isTrue) return kind === 'boolean' || kind === 'choice' ? 'no-option' : 'unknown';
  return { shown: '✓', write: { kind: 'check', handle: field.handle, option: field.handle } };
}

function makeRadio(field: PageField, option: FieldOption | undefined): Made | SkipReason {
  if (option?.handle === undefined) return 'no-option';
  return { shown: option.text || option.value, write: { kind: 'check', handle: field.handle, option: option.handle } };
}

function makeChoice(field: PageField, option: FieldOption | undefined): Made | SkipReason {
  if (!option) return 'no-option';
  return { shown: option.text || option.value, write: { kind: 'option', handle: field.handle, value: option.value, text: option.text } };
}

/** A list that is known before it opens must hold the answer; one that is not is asked by all the words that may name it. */
function makeOpenedChoice(field: PageField, asked: Datum, context: Context): Made | SkipReason {
  const list = getListKind(asked.datum);
  const option = field.options.length > 0 ? pickOption(field.options, asked, context) : undefined;
  if (field.control === 'select' && field.options.length > 0 && !option) return 'no-option';
  const texts = field.control === 'text' ? listTexts(asked.datum, asked.value, field, context) : [];
  const words = option
    ? [option.text]
    : [...new Set([...texts.slice(0, 2), ...listWords(asked, context)])].filter((word) => word !== '').slice(0, 60);
  const [first] = words;
  return first === undefined ? 'no-option' : { shown: first, write: { kind: 'choose', handle: field.handle, words, list } };
}

function pickOption(options: readonly FieldOption[], asked: Datum, context: Context): FieldOption | undefined {
  if (asked.datum === 'tel-country-code') return pickCallingCode(options, asked.value, context.held);
  return chooseOption(options, listWords(asked, context), listFolds[getListKind(asked.datum)]);
}

/** Every word by which a list may name the value, the likeliest first. */
function listWords({ datum, value }: Datum, { calendar }: Context): string[] {
  const part = findDatePart(datum);
  const { kind } = getField(datum);
  if (part) {
    const date = toCalendar(value, calendar);
    return date ? listPartWords(part, date, calendar) : [];
  }
  if (kind === 'country') return listCountryWords(value);
  if (kind === 'choice') return listChoiceWords(datum, value);
  if (kind === 'boolean') return value === 'true' ? yesWords : noWords;
  return datum === 'address-level1' ? listProvinceWords(value, listFolds.place) : [value];
}

const yesWords = ['yes', 'بله', 'بلی', 'آری', 'دارم', 'هستم', 'نعم', 'evet', 'ja', 'oui', 'sí', 'true', '1'];
const noWords = ['no', 'خیر', 'نه', 'ندارم', 'نیستم', 'لا', 'hayır', 'nein', 'non', 'false', '0'];

function getListKind(datum: FieldId): ListKind {
  const { kind, group } = getField(datum);
  if (kind === 'country') return 'country';
  return group === 'address' || datum === 'birth-place' ? 'place' : 'plain';
}

/** By the number, among whatever else stands in the option; where countries share it, by the country that the citizen lives in. */
function pickCallingCode(options: readonly FieldOption[], code: string, held: readonly HeldValue[]): FieldOption | undefined {
  const digits = code.replace(/\D/g, '');
  const has = (text: string) =>
    listFolds
      .plain(text)
      .split(/\D+/)
      .some((number) => number === digits || number === `00${digits}`);
  const byText = options.filter(({ text }) => has(text));
  const found = byText.length > 0 ? byText : options.filter(({ value }) => has(value));
  if (found.length === 1) return found[0];
  const country = held.find(({ datum }) => datum === 'country')?.value ?? (digits === '98' ? 'IR' : undefined);
  const bare = (found.length > 0 ? found : options).map((option) => ({ ...option, text: option.text.replace(/[+()\d]/g, ' ').trim() }));
  const named = country === undefined ? undefined : chooseOption(bare, listCountryWords(country), listFolds.country);
  return options.find((option) => named !== undefined && option.value === named.value && option.text.includes(named.text));
}

/** Parts of a phone number are cut from the whole, since boxes part it as they please. */
function findWhole({ datum, value }: Datum, held: readonly HeldValue[]): string {
  if (!datum.startsWith('tel-') || datum === 'tel-home' || datum === 'tel-country-code') return value;
  return held.find((each) => each.datum === 'tel')?.value ?? value;
}
