import { expectField, expectUntouched, type ListExpected } from '../expected/expected-field.ts';

const page = '/renew';

/** The licence renewal: Latin names, month in a select, and an emergency contact that is somebody else. */
export const listExpected: ListExpected = ({ claims }) => {
  const [year, month, day] = claims.birthdate.split('-').map((part) => String(Number(part)));
  const { address } = claims;
  return [
    expectField(page, 'first_name', 'given-name-latin', claims.given_name_latin),
    expectUntouched(page, 'middle_name', 'about-the-matter'),
    expectField(page, 'last_name', 'family-name-latin', claims.family_name_latin),
    expectField(page, 'date_of_birth_month', 'bday-month', month),
    expectField(page, 'date_of_birth_day', 'bday-day', day),
    expectField(page, 'date_of_birth_year', 'bday-year', year),
    expectField(page, 'sex', 'sex', claims.sex),
    expectField(page, 'national_id', 'national-id', claims.national_id),
    expectUntouched(page, 'license_number', 'about-the-matter'),
    expectField(page, 'mailing_address', 'street-address', address.street_address),
    expectUntouched(page, 'mailing_address_2', 'about-the-matter'),
    expectField(page, 'city', 'address-level2', address.locality),
    expectField(page, 'state', 'address-level1', address.region),
    expectField(page, 'zip', 'postal-code', address.postal_code),
    expectField(page, 'phone', 'tel', claims.phone_number),
    expectField(page, 'email', 'email', claims.email),
    expectUntouched(page, 'ec_name', 'other-person'),
    expectUntouched(page, 'ec_relationship', 'other-person'),
    expectUntouched(page, 'ec_phone', 'other-person'),
    expectUntouched(page, 'website', 'trap'),
  ];
};
