import { nationalIdCheckDigit } from '../people/numbers.ts';
import { toAsciiDigits } from '../persian/jalali.ts';
import type { Answers } from './application.ts';

/** What is wrong with a control, by its id in the page. */
export type Errors = Readonly<Record<string, string>>;

/** Whom the passport is for: the applicant, or a child for whom they act. */
export type Holder = 'applicant' | 'child';

/** Who answers, and for whom. `nationalId`: of who has signed in; undefined where nobody has. */
export type Asked = { readonly holder: Holder; readonly nationalId: string | undefined };

/** One question, on a page of its own. `controls` are what its page posts. */
export type Question = {
  readonly path: string;
  readonly heading: Readonly<Record<Holder, string>>;
  readonly controls: readonly string[];
  readonly check: (answers: Answers, asked: Asked) => Errors;
  /** The answer as the page before the declaration shows it; empty lines are left out. */
  readonly show: (answers: Answers) => readonly string[];
};

/** The same whoever the passport is for: it is sent to the applicant, who is told of the decision. */
function askApplicant(heading: string): Question['heading'] {
  return { applicant: heading, child: heading };
}

const sexes: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };

export const questions: readonly Question[] = [
  {
    path: 'name',
    heading: { applicant: 'What is your name?', child: 'What is the child’s name?' },
    controls: ['given-names', 'surname'],
    check: (answers) => ({
      ...require(answers, 'given-names', 'Enter the given names'),
      ...requireLatin(answers, 'given-names', 'Given names must be in Latin letters, for example Sara'),
      ...requireLatin(answers, 'surname', 'Surname must be in Latin letters, for example Rezaei'),
    }),
    show: (answers) => [[answers['given-names'], answers['surname']].filter(Boolean).join(' ')],
  },
  {
    path: 'date-of-birth',
    heading: { applicant: 'What is your date of birth?', child: 'What is the child’s date of birth?' },
    controls: ['dob-day', 'dob-month', 'dob-year'],
    check: (answers) => checkBirthDate(answers),
    show: (answers) => [describeDate(readBirthDate(answers))],
  },
  {
    path: 'national-id',
    heading: { applicant: 'What is your national ID number?', child: 'What is the child’s national ID number?' },
    controls: ['national-id'],
    check: (answers, asked) => checkNationalId(answers, asked),
    show: (answers) => [answers['national-id'] ?? ''],
  },
  {
    path: 'place-of-birth',
    heading: { applicant: 'Where were you born?', child: 'What is the child’s place of birth?' },
    controls: ['place-of-birth'],
    check: (answers) => require(answers, 'place-of-birth', 'Enter the town or city of birth'),
    show: (answers) => [answers['place-of-birth'] ?? ''],
  },
  {
    path: 'sex',
    heading: { applicant: 'What is your sex?', child: 'What is the child’s sex?' },
    controls: ['sex'],
    check: (answers) => ((answers['sex'] ?? '') in sexes ? {} : { sex: 'Select female or male' }),
    show: (answers) => [sexes[answers['sex'] ?? ''] ?? ''],
  },
  {
    path: 'address',
    heading: askApplicant('What is your address?'),
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
    heading: askApplicant('What is your telephone number?'),
    controls: ['phone'],
    check: (answers) =>
      /^\+?[0-9 ()-]{8,20}$/.test(toAsciiDigits(answers['phone'] ?? ''))
        ? {}
        : { phone: 'Enter a telephone number, like 09120000000 or +98 912 000 0000' },
    show: (answers) => [answers['phone'] ?? ''],
  },
  {
    path: 'email',
    heading: askApplicant('What is your email address?'),
    controls: ['email'],
    check: (answers) =>
      /^\S+@\S+\.\S+$/.test(answers['email'] ?? '') ? {} : { email: 'Enter an email address in the correct format, like name@example.com' },
    show: (answers) => [answers['email'] ?? ''],
  },
];

/** Whom an application is for; the applicant where nothing else was chosen. */
export function readHolder(answers: Answers): Holder {
  return answers['holder'] === 'child' ? 'child' : 'applicant';
}

export function findQuestion(path: string): Question | undefined {
  return questions.find((question) => question.path === path);
}

/** The first question that has no acceptable answer yet; undefined when all have. */
export function findUnanswered(answers: Answers): Question | undefined {
  return questions.find(
    (question) => Object.keys(question.check(answers, { holder: readHolder(answers), nationalId: undefined })).length > 0,
  );
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
  if (missing.length === parts.length) return { 'dob-day': 'Enter the date of birth' };
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

function checkNationalId(answers: Answers, { holder, nationalId: signedInAs }: Asked): Errors {
  const id = toAsciiDigits(answers['national-id'] ?? '');
  if (id === '') return { 'national-id': 'Enter the national ID number' };
  if (!/^\d{10}$/.test(id)) return { 'national-id': 'National ID number must be 10 digits' };
  if (nationalIdCheckDigit(id.slice(0, 9)) !== id.slice(9))
    return { 'national-id': 'National ID number is not right; check it against the card' };
  if (signedInAs === undefined || (signedInAs === id) === (holder === 'applicant')) return {};
  return {
    'national-id':
      holder === 'child'
        ? 'This is your own national ID number; enter the child’s'
        : 'This is not the national ID number of the person who signed in',
  };
}
