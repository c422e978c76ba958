import { nationalIdCheckDigit } from '../people/numbers.ts';
import { toAsciiDigits, toPersianDigits } from '../persian/jalali.ts';

/** One line of the paper sheet N-4: its number there, the one word that the portal copied from it, and what the sheet asks in full. */
export type LevyRow = {
  readonly row: number;
  readonly word: string;
  readonly asked: string;
  readonly maxLength?: number;
  readonly required?: true;
};

/** The declaration for the renovation levy, as somebody once typed it off the paper: who has the sheet at hand knows what each number means. */
export const levyRows: readonly LevyRow[] = [
  { row: 11, word: 'نام', asked: 'نام مؤدی', required: true },
  { row: 12, word: 'نام خانوادگی', asked: 'نام خانوادگی مؤدی', required: true },
  { row: 13, word: 'نام', asked: 'نام پدر مؤدی' },
  { row: 14, word: 'شماره', asked: 'کد ملی مؤدی', maxLength: 10, required: true },
  { row: 21, word: 'شماره', asked: 'کد پستی ملک', maxLength: 10 },
  { row: 22, word: 'شرح', asked: 'نشانی ملک' },
  { row: 31, word: 'شماره', asked: 'تلفن همراه مؤدی', maxLength: 11 },
  { row: 41, word: 'شماره', asked: 'کد ملی همسر، اگر ملک به نام هر دو است', maxLength: 10 },
  { row: 51, word: 'شماره', asked: 'پلاک ثبتی ملک' },
];

/** What was posted, by the names of the controls. */
export type LevyForm = Readonly<Record<string, string>>;

export function controlOf({ row }: LevyRow): string {
  return `r${row}`;
}

/** What is wrong with the sheet, one sentence each; empty when it can be taken. */
export function checkLevy(form: LevyForm): readonly string[] {
  return levyRows.flatMap((each) => {
    const value = toAsciiDigits(answerOf(form, each));
    const row = `ردیف ${toPersianDigits(String(each.row))}`;
    if (value === '') return each.required ? [`${row} را وارد کنید.`] : [];
    return each.asked.startsWith('کد ملی') && !isNationalId(value) ? [`${row} درست نیست.`] : [];
  });
}

/** The answers as they stand before the caseworker, in the sheet's own words; what was left empty is left out. */
export function listLevyAnswers(form: LevyForm): readonly { label: string; value: string }[] {
  return levyRows.map((each) => ({ label: each.asked, value: answerOf(form, each) })).filter(({ value }) => value !== '');
}

function answerOf(form: LevyForm, row: LevyRow): string {
  return form[controlOf(row)] ?? '';
}

function isNationalId(id: string): boolean {
  return /^\d{10}$/.test(id) && nationalIdCheckDigit(id.slice(0, 9)) === id.slice(9);
}
