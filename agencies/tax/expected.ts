import { expectField, expectUntouched, type ListExpected } from '../expected/expected-field.ts';
import { toJalali, toPersianDigits } from '../persian/jalali.ts';
import { findIncomeReport, summarizeIncome, writeAmount } from './income.ts';

const page = '/return';

/** The yearly return: Persian names in both languages; digits as the placeholders show them. */
export const listExpected: ListExpected = ({ claims, declared }, { language = 'fa', hasDeclared = false, isSignedIn = true } = {}) => {
  const { totalIncome, deductions } = summarizeIncome(findIncomeReport(claims.national_id));
  const figure = (amount: number) => (isSignedIn ? writeAmount(amount, language) : '');
  const digits = (text: string) => (language === 'fa' ? toPersianDigits(text) : text);
  const { year, month, day } = toJalali(claims.birthdate);
  const birthDate = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('/');
  return [
    expectField(page, 'first_name', 'given-name', claims.given_name),
    expectField(page, 'last_name', 'family-name', claims.family_name),
    expectField(page, 'father_name', 'father-name', claims.father_name),
    expectField(page, 'national_code', 'national-id', claims.national_id),
    expectField(page, 'birth_date', 'bday', digits(birthDate)),
    expectField(page, 'occupation', 'organization-title', hasDeclared ? declared['organization-title'] : ''),
    expectField(page, 'address', 'street-address', claims.address.street_address),
    expectField(page, 'postal_code', 'postal-code', claims.address.postal_code),
    expectField(page, 'mobile', 'tel', digits(claims.phone_number.replace(/^\+98/, '0'))),
    expectField(page, 'email', 'email', claims.email),
    expectUntouched(page, 'total_income', 'agency-knows', figure(totalIncome)),
    expectUntouched(page, 'deductions', 'agency-knows', figure(deductions)),
  ];
};
