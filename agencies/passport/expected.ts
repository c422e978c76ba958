import { expectField, type ListExpected } from '../expected/expected-field.ts';

/** One question a page: Latin names, Gregorian parts of the date, address as it was issued. */
export const listExpected: ListExpected = ({ claims }) => {
  const [year, month, day] = claims.birthdate.split('-').map((part) => String(Number(part)));
  const { address } = claims;
  return [
    expectField('/apply/name', 'given-names', 'given-name-latin', claims.given_name_latin),
    expectField('/apply/name', 'surname', 'family-name-latin', claims.family_name_latin),
    expectField('/apply/date-of-birth', 'dob-day', 'bday-day', day),
    expectField('/apply/date-of-birth', 'dob-month', 'bday-month', month),
    expectField('/apply/date-of-birth', 'dob-year', 'bday-year', year),
    expectField('/apply/national-id', 'national-id', 'national-id', claims.national_id),
    expectField('/apply/place-of-birth', 'place-of-birth', 'birth-place', claims.place_of_birth.locality),
    expectField('/apply/sex', 'sex', 'sex', claims.sex === 'female' ? 'F' : 'M'),
    expectField('/apply/address', 'street-address', 'street-address', address.street_address),
    expectField('/apply/address', 'city', 'address-level2', address.locality),
    expectField('/apply/address', 'province', 'address-level1', address.region),
    expectField('/apply/address', 'postcode', 'postal-code', address.postal_code),
    expectField('/apply/phone', 'phone', 'tel', claims.phone_number),
    expectField('/apply/email', 'email', 'email', claims.email),
  ];
};
