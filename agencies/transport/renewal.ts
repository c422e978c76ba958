import { nationalIdCheckDigit } from '../people/numbers.ts';

/** What was posted, by the names of the controls. */
export type RenewalForm = Readonly<Record<string, string>>;

/** What is wrong with each control. */
export type RenewalErrors = Readonly<Record<string, string>>;

type Question = { readonly control: string; readonly label: string; readonly missing?: string };

/** The questions in the order of the page, with the words in which the department keeps the answers. */
const questions: readonly Question[] = [
  { control: 'first_name', label: 'First or given name', missing: 'Enter your first name' },
  { control: 'middle_name', label: 'Middle name' },
  { control: 'last_name', label: 'Last or family name' },
  { control: 'national_id', label: 'National ID number', missing: 'Enter your national ID number' },
  { control: 'license_number', label: 'License number' },
  { control: 'mailing_address', label: 'Street address', missing: 'Enter your street address' },
  { control: 'mailing_address_2', label: 'Apartment, suite, or unit' },
  { control: 'city', label: 'City', missing: 'Enter your city' },
  { control: 'state', label: 'State or province' },
  { control: 'zip', label: 'Postal code', missing: 'Enter your postal code' },
  { control: 'phone', label: 'Phone number', missing: 'Enter a phone number' },
  { control: 'email', label: 'Email address' },
  { control: 'ec_name', label: 'Emergency contact: full name' },
  { control: 'ec_relationship', label: 'Emergency contact: relationship' },
  { control: 'ec_phone', label: 'Emergency contact: phone number' },
];

const sexes: Readonly<Record<string, string>> = { female: 'Female', male: 'Male' };

/** Everything that is wrong with the form; empty when it can be taken. */
export function checkRenewal(form: RenewalForm): RenewalErrors {
  const errors: Record<string, string> = {};
  for (const { control, missing } of questions) {
    if (missing !== undefined && (form[control] ?? '') === '') errors[control] = missing;
  }
  if (readBirthDate(form) === undefined) errors['date_of_birth'] = 'Enter your date of birth, for example January 19 2000';
  if (!((form['sex'] ?? '') in sexes)) errors['sex'] = 'Select female or male';
  const nationalId = form['national_id'] ?? '';
  if (nationalId !== '' && !isNationalId(nationalId))
    errors['national_id'] = 'Enter a national ID number that has 10 digits, as it stands on your card';
  return errors;
}

/** The answers as the caseworker reads them; questions left empty are left out. */
export function listAnswers(form: RenewalForm): readonly { label: string; value: string }[] {
  const plain = questions.map(({ control, label }) => ({ label, value: form[control] ?? '' }));
  const composed = [
    { label: 'Date of birth', value: readBirthDate(form) ?? '' },
    { label: 'Sex', value: sexes[form['sex'] ?? ''] ?? '' },
  ];
  return [...plain.slice(0, 3), ...composed, ...plain.slice(3)].filter(({ value }) => value !== '');
}

function readBirthDate(form: RenewalForm): string | undefined {
  const [year, month, day] = ['date_of_birth_year', 'date_of_birth_month', 'date_of_birth_day'].map((name) =>
    Number(form[name] ?? Number.NaN),
  );
  if (year === undefined || month === undefined || day === undefined || !(year > 1900 && year < 2100)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function isNationalId(text: string): boolean {
  return /^\d{10}$/.test(text) && nationalIdCheckDigit(text.slice(0, 9)) === text.slice(9);
}
