import { type FieldFormat, type FieldShape, fieldFormats, kindShapes } from './field-format.ts';
import { type FieldId, getField } from './fields.ts';
import { parseIsoDate } from './jalali-date.ts';
import { normalizeAnswer } from './normalize-answer.ts';

/** What the normal form of a datum looks like. */
export function getFieldShape(id: FieldId): FieldShape {
  const { kind, format } = getField(id);
  return format === undefined ? kindShapes[kind] : fieldFormats[format].shape;
}

/**
 * A datum in its normal form: that of its format where it has one, else of its kind (`normalizeAnswer`). Undefined where the text is empty, has not this form, or is
 * none of a choice's values.
 */
export function normalizeFieldValue(id: FieldId, text: string): string | undefined {
  const { kind, format, choices } = getField(id);
  if (format !== undefined) return normalizeFormat(format, text);
  const normal = normalizeAnswer(kind, text);
  if ('problem' in normal || normal.value === '') return undefined;
  return choices && !Object.hasOwn(choices, normal.value) ? undefined : normal.value;
}

function normalizeFormat(format: FieldFormat, text: string): string | undefined {
  return text.trim() === '' ? undefined : fieldFormats[format].normalize(text);
}

/** Whole years from the day of birth to `today`, both ISO dates; undefined where one of them is none, or the birth lies ahead. */
export function computeAge(bday: string, today: string): number | undefined {
  const born = parseIsoDate(bday);
  const now = parseIsoDate(today);
  if (!born || !now) return undefined;
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day);
  const years = now.year - born.year - (isBefore ? 1 : 0);
  return years < 0 ? undefined : years;
}

/** The parts of an Iranian number plate, written `12 ب 345 ایران 67`: two digits, letter, three digits, region. Undefined for any other plate. */
export function splitPlate(
  plate: string,
): { readonly first: string; readonly letter: string; readonly number: string; readonly region: string } | undefined {
  const match = /^(\d{2}) ?(\p{L}{1,6}) ?(\d{3}) ?-? ?(?:ایران|Iran|IR)? ?(\d{2})$/u.exec(plate.trim());
  if (!match) return undefined;
  const [, first = '', letter = '', number = '', region = ''] = match;
  return { first, letter, number, region };
}

/** The parts of a cadastral plate, written `main/sub` or `main/sub/part` in any digits. Undefined for anything else. */
export function splitCadastralPlate(plate: string): { readonly main: string; readonly sub: string; readonly part: string } | undefined {
  const match = /^(\d{1,8})(?:\/(\d{1,8}))?(?:\/(\d{1,8}))?$/.exec(plate.replace(/\s/g, ''));
  if (!match) return undefined;
  const [, main = '', sub = '', part = ''] = match;
  return { main, sub, part };
}
