import { expectField, expectUntouched, type ListExpected } from '../expected/expected-field.ts';
import { toJalali } from '../persian/jalali.ts';
import { provinces } from './permit.ts';

const page = '/permit';
const levyPage = '/levy';

const nationalityCodes: Readonly<Record<string, string>> = { IR: '1', AF: '2', DE: '6', FR: '7', GB: '8' };
const maritalCodes = { single: '1', married: '2', divorced: '3', widowed: '4' } as const;

/** The building permit: twenty fields about the owner, and a spouse who is somebody else. */
export const listExpected: ListExpected = ({ claims, declared }, { hasDeclared = false } = {}) => {
  const { year, month, day } = toJalali(claims.birthdate);
  const { address } = claims;
  return [
    expectUntouched(page, 'ddlNoe', 'about-the-matter', '1'),
    expectUntouched(page, 'txtPelak', 'about-the-matter'),
    expectUntouched(page, 'txtMetraj', 'about-the-matter'),
    expectField(page, 'txtName', 'given-name', claims.given_name),
    expectField(page, 'txtFamily', 'family-name', claims.family_name),
    expectField(page, 'txtFather', 'father-name', claims.father_name),
    expectField(page, 'ddlSex', 'sex', claims.sex === 'female' ? '2' : '1'),
    expectField(page, 'txtCodeMelli', 'national-id', claims.national_id),
    expectField(page, 'txtShSh', 'birth-certificate-number', claims.birth_certificate_number),
    expectField(page, 'ddlDay', 'bday-day', String(day)),
    expectField(page, 'ddlMonth', 'bday-month', String(month)),
    expectField(page, 'ddlYear', 'bday-year', String(year)),
    expectField(page, 'txtMahalTavalod', 'birth-place', claims.place_of_birth.locality),
    expectField(page, 'ddlTabeiat', 'nationality', nationalityCodes[claims.nationality]),
    expectField(page, 'ddlTaahol', 'marital-status', hasDeclared ? maritalCodes[declared['marital-status']] : ''),
    expectField(page, 'txtShoghl', 'organization-title', hasDeclared ? declared['organization-title'] : ''),
    expectField(page, 'txtSheba', 'iban', hasDeclared ? declared.iban : ''),
    expectField(page, 'txtMobile', 'tel', claims.phone_number.replace(/^\+98/, '0')),
    expectField(page, 'txtEmail', 'email', claims.email),
    expectField(page, 'ddlOstan', 'address-level1', provinces.find(([, name]) => name === address.region)?.[0]),
    expectField(page, 'txtShahr', 'address-level2', address.locality),
    expectField(page, 'txtPost', 'postal-code', address.postal_code),
    expectField(page, 'txtAddress', 'street-address', address.street_address),
    expectUntouched(page, 'txtHName', 'other-person'),
    expectUntouched(page, 'txtHFamily', 'other-person'),
    expectUntouched(page, 'txtHCodeMelli', 'other-person'),
    expectUntouched(page, 'txtHMobile', 'other-person'),
  ];
};

/** The renovation levy: numbered rows, of which only the municipality's own map says what they ask. */
export const listLevyExpected: ListExpected = ({ claims }) => [
  expectField(levyPage, 'r11', 'given-name', claims.given_name),
  expectField(levyPage, 'r12', 'family-name', claims.family_name),
  expectField(levyPage, 'r13', 'father-name', claims.father_name),
  expectField(levyPage, 'r14', 'national-id', claims.national_id),
  expectField(levyPage, 'r21', 'postal-code', claims.address.postal_code),
  expectField(levyPage, 'r22', 'street-address', claims.address.street_address),
  expectField(levyPage, 'r31', 'tel', claims.phone_number.replace(/^\+98/, '0')),
  expectUntouched(levyPage, 'r41', 'other-person'),
  expectUntouched(levyPage, 'r51', 'about-the-matter'),
];
