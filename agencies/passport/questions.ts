import { nationalIdCheckDigit } from '../people/numbers.ts';
import { toAsciiDigits } from '../persian/jalali.ts';
import type { Answers } from './application.ts';

/** What is wrong with a control, by its id in the page. */
export type Errors = Readonly<Record<string, string>>;

/** One question, on a page of its own. `controls` are what its page posts. */
export type Question = {
  readonly path: string;
  readonly heading: string;
  readonly controls: readonly string[];
  readonly check: (answers: Answers, applicant: { readonly nationalId: string | undefined }) => Errors;
  /** The answer as the page before the declaration shows it; empty lines are left out. */
  readonly show: (answers: Answers) => readonly string[];
};

const sexes: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };

export const questions: readonly Question[] = [
  {
    path: 'name',
    heading: 'What is your name?',
    controls: ['given-names', 'surname'],
    check: (answers) => ({
      ...require(answers, 'given-names', 'Enter your given names'),
      ...requireLatin(answers, 'given-names', 'Given names must be in Latin letters, for example Sara'),
      ...requireLatin(answers, 'surname', 'Surname must be in Latin letters, for example Rezaei'),
    }),
    show: (answers) => [[answers['given-names'], answers['surname']].filter(Boolean).join(' ')],
  },
  {
    path: 'date-of-birth',
    heading: 'What is your date of birth?',
    controls: ['dob-day', 'dob-month', 'dob-year'],
    check: (answers) => checkBirthDate(answers),
    show: (answers) => [describeDate(readBirthDate(answers))],
  },
  {
    path: 'national-id',
    heading: 'What is your national ID number?',
    controls: ['national-id'],
    check: (answers, { nationalId }) => checkNationalId(answers, nationalId),
    show: (answers) => [answers['national-id'] ?? ''],
  },
  {
    path: 'place-of-birth',
    heading: 'Where were you born?',
    controls: ['place-of-birth'],
    check: (answers) => require(answers, 'place-of-birth', 'Enter the town or city where you were born'),
    show: (answers) => [answers['place-of-birth'] ?? ''],
  },
  {
    path: 'sex',
    heading: 'What is your sex?',
    controls: ['sex'],
    check: (answers) => ((answers['sex'] ?? '') in sexes ? {} : { sex: 'Select female or male' }),
    show: (answers) => [sexes[answers['sex'] ?? ''] ?? ''],
  },
  {
    path: 'address',
    heading: 'What is your address?',
    controls: ['street-address', 'city', 'province', 'postcode'],
    check: (answers) => ({
      ...require(answers, 'street-address', 'Enter your street address'),
      ...require(answers, 'city', 'Enter your town or city'),
      ...require(answers, 'postcode', 'Enter your postcode'),
    }),
    show: (answers) => ['street-address', 'city', 'province', 'postcode'].map((control) => answers[control] ?? ''),
  },
  {
    path: 'phone',
    heading: 'What is your telephone number?',
    controls: ['phone'],
    check: (answers) =>
      /^\+?[0-9 ()-]{8,20}$/.test(toAsciiDigits(answers['phone'] ?? ''))
        ? {}
        : { phone: 'Enter a telephone number, like 09120000000 or +98 912 000 0000' },
    show: (answers) => [answers['phone'] ?? ''],
  },
  {
    path: 'email',
    heading: 'What is your email address?',
    controls: ['email'],
    check: (answers) =>
      /^\S+@\S+\.\S+$/.test(answers['email'] ?? '') ? {} : { email: 'Enter an email address in the correct format, like name@example.com' },
    show: (answers) => [answers['email'] ?? ''],
  },
];

export function findQuestion(path: string): Question | undefined {
  return questions.find((question) => question.path === path);
}

/** The first question that has no acceptable answer yet; undefined when all have. */
export function findUnanswered(answers: Answers): Question | undefined {
  return questions.find((question) => Object.keys(question.check(answers, { nationalId: undefined })).length > 0);
}

/** The answers by the controls of the published form: the three parts of the date become one. */
export function composeForm(answers: Answers): Readonly<Record<string, string>> {
  const copied = questions.flatMap(({ controls }) => controls).filter((control) => !control.startsWith('dob-'));
  return {
    ...Object.fromEntries(copied.map((control) => [control, answers[control] ?? ''])),
    'date-of-birth': readBirthDate(answers) ?? '',
  };
}

function require(answers: Answers, control: string, message: string): Errors {
  return (answers[control] ?? '') === '' ? { [control]: message } : {};
}

/** Machine-readable zones hold Latin letters; marks above and below them are transliterated at printing. */
function requireLatin(answers: Answers, control: string, message: string): Errors {
  return /^[\p{Script=Latin}\p{M} .'’-]*$/u.test(answers[control] ?? '') ? {} : { [control]: message };
}

function checkBirthDate(answers: Answers): Errors {
  const parts = ['dob-day', 'dob-month', 'dob-year'];
  const missing = parts.filter((part) => (answers[part] ?? '') === '');
  if (missing.length === parts.length) return { 'dob-day': 'Enter your date of birth' };
  const [first] = missing;
  if (first !== undefined)
    return { [first]: `Date of birth must include a ${missing.map((part) => part.slice('dob-'.length)).join(' and ')}` };
  return readBirthDate(answers) === undefined ? { 'dob-day': 'Date of birth must be a real date' } : {};
}

function readBirthDate(answers: Answers): string | undefined {
  const [day = 0, month = 0, year = 0] = ['dob-day', 'dob-month', 'dob-year'].map((part) => Number(toAsciiDigits(answers[part] ?? '')));
  if (!(year > 1900 && year < 2100)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function describeDate(iso: string | undefined): string {
  return iso === undefined ? '' : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

function checkNationalId(answers: Answers, signedInAs: string | undefined): Errors {
  const id = toAsciiDigits(answers['national-id'] ?? '');
  if (id === '') return { 'national-id': 'Enter your national ID number' };
  if (!/^\d{10}$/.test(id)) return { 'national-id': 'National ID number must be 10 digits' };
  if (nationalIdCheckDigit(id.slice(0, 9)) !== id.slice(9))
    return { 'national-id': 'National ID number is not right; check it against your card' };
  return signedInAs !== undefined && signedInAs !== id
    ? { 'national-id': 'This is not the national ID number of the person who signed in' }
    : {};
}
