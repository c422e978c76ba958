import { nationalIdCheckDigit } from '../people/numbers.ts';
import { fromJalali, monthNames, toAsciiDigits, toPersianDigits } from '../persian/jalali.ts';

/** What was posted, by the names of the controls. */
export type PermitForm = Readonly<Record<string, string>>;

export type Option = readonly [value: string, word: string];

export const provinces: readonly Option[] = [
  'آذربایجان شرقی',
  'آذربایجان غربی',
  'اردبیل',
  'اصفهان',
  'البرز',
  'ایلام',
  'بوشهر',
  'تهران',
  'چهارمحال و بختیاری',
  'خراسان جنوبی',
  'خراسان رضوی',
  'خراسان شمالی',
  'خوزستان',
  'زنجان',
  'سمنان',
  'سیستان و بلوچستان',
  'فارس',
  'قزوین',
  'قم',
  'کردستان',
  'کرمان',
  'کرمانشاه',
  'کهگیلویه و بویراحمد',
  'گلستان',
  'گیلان',
  'لرستان',
  'مازندران',
  'مرکزی',
  'هرمزگان',
  'همدان',
  'یزد',
].map((name, index) => [String(index + 1).padStart(2, '0'), name]);

export const countries: readonly Option[] = [
  ['1', 'ایران'],
  ['2', 'افغانستان'],
  ['3', 'عراق'],
  ['4', 'پاکستان'],
  ['5', 'ترکیه'],
  ['6', 'آلمان'],
  ['7', 'فرانسه'],
  ['8', 'بریتانیا'],
  ['99', 'سایر'],
];

export const sexes: readonly Option[] = [
  ['1', 'مرد'],
  ['2', 'زن'],
];

export const maritalStatuses: readonly Option[] = [
  ['1', 'مجرد'],
  ['2', 'متاهل'],
  ['3', 'مطلقه'],
  ['4', 'بیوه'],
];

export const requestKinds: readonly Option[] = [
  ['1', 'احداث بنا'],
  ['2', 'تعمیر و بازسازی'],
  ['3', 'اضافه بنا'],
  ['4', 'تخریب'],
];

export const days: readonly Option[] = Array.from({ length: 31 }, (_unused, index) => [
  String(index + 1),
  toPersianDigits(String(index + 1)),
]);
export const months: readonly Option[] = monthNames.map((name, index) => [String(index + 1), name]);
export const years: readonly Option[] = Array.from({ length: 106 }, (_unused, index) => [
  String(1405 - index),
  toPersianDigits(String(1405 - index)),
]);

type Question = { readonly control: string; readonly label: string; readonly required?: true; readonly options?: readonly Option[] };

const questions: readonly Question[] = [
  { control: 'ddlNoe', label: 'نوع درخواست', required: true, options: requestKinds },
  { control: 'txtPelak', label: 'پلاک ثبتی ملک' },
  { control: 'txtMetraj', label: 'زیربنا (متر مربع)' },
  { control: 'txtName', label: 'نام', required: true },
  { control: 'txtFamily', label: 'نام خانوادگی' },
  { control: 'txtFather', label: 'نام پدر' },
  { control: 'txtCodeMelli', label: 'کد ملی', required: true },
  { control: 'txtShSh', label: 'شماره شناسنامه', required: true },
  { control: 'txtMahalTavalod', label: 'محل تولد' },
  { control: 'ddlSex', label: 'جنسیت', required: true, options: sexes },
  { control: 'ddlTabeiat', label: 'تابعیت', options: countries },
  { control: 'ddlTaahol', label: 'وضعیت تاهل', options: maritalStatuses },
  { control: 'txtShoghl', label: 'شغل' },
  { control: 'txtMobile', label: 'تلفن همراه', required: true },
  { control: 'txtEmail', label: 'پست الکترونیکی' },
  { control: 'ddlOstan', label: 'استان', options: provinces },
  { control: 'txtShahr', label: 'شهر' },
  { control: 'txtPost', label: 'کد پستی', required: true },
  { control: 'txtAddress', label: 'نشانی', required: true },
  { control: 'txtSheba', label: 'شماره شبا' },
  { control: 'txtHName', label: 'نام همسر' },
  { control: 'txtHFamily', label: 'نام خانوادگی همسر' },
  { control: 'txtHCodeMelli', label: 'کد ملی همسر' },
  { control: 'txtHMobile', label: 'تلفن همراه همسر' },
];

/** Names of all controls, for the page that carries the answers on. */
export const controls: readonly string[] = [...questions.map(({ control }) => control), 'ddlDay', 'ddlMonth', 'ddlYear'];

/** What is wrong with the form, one sentence each; empty when it can be taken. */
export function checkPermit(form: PermitForm): readonly string[] {
  const missing = questions.flatMap(({ control, label, required }) =>
    required && answerOf(form, control) === '' ? [`«${label}» را وارد کنید.`] : [],
  );
  const wrong = [
    readBirthDate(form) === undefined ? 'تاریخ تولد درست نیست.' : '',
    isIdOrEmpty(form, 'txtCodeMelli') ? '' : 'کد ملی درست نیست؛ ده رقم را همان‌گونه که روی کارت است بنویسید.',
    isIdOrEmpty(form, 'txtHCodeMelli') ? '' : 'کد ملی همسر درست نیست.',
    /^(|\d{10})$/.test(toAsciiDigits(answerOf(form, 'txtPost'))) ? '' : 'کد پستی باید ده رقم باشد.',
  ];
  return [...missing, ...wrong.filter((sentence) => sentence !== '')];
}

/** The answers as they stand on the confirmation page and before the caseworker; what was left empty is left out. */
export function listAnswers(form: PermitForm): readonly { label: string; value: string }[] {
  const answers = questions.map(({ control, label, options }) => ({ label, value: wordOf(answerOf(form, control), options) }));
  answers.splice(8, 0, { label: 'تاریخ تولد', value: describeBirthDate(form) });
  return answers.filter(({ value }) => value !== '');
}

function wordOf(value: string, options: readonly Option[] | undefined): string {
  return options === undefined ? value : (options.find(([code]) => code === value)?.[1] ?? '');
}

function answerOf(form: PermitForm, control: string): string {
  return form[control] ?? '';
}

function readBirthDate(form: PermitForm): string | undefined {
  return fromJalali({
    year: Number(answerOf(form, 'ddlYear')),
    month: Number(answerOf(form, 'ddlMonth')),
    day: Number(answerOf(form, 'ddlDay')),
  });
}

function describeBirthDate(form: PermitForm): string {
  const parts = [answerOf(form, 'ddlYear'), answerOf(form, 'ddlMonth').padStart(2, '0'), answerOf(form, 'ddlDay').padStart(2, '0')];
  return readBirthDate(form) === undefined ? '' : toPersianDigits(parts.join('/'));
}

function isIdOrEmpty(form: PermitForm, control: string): boolean {
  const id = toAsciiDigits(answerOf(form, control));
  return id === '' || (/^\d{10}$/.test(id) && nationalIdCheckDigit(id.slice(0, 9)) === id.slice(9));
}
