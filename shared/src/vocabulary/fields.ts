/**
 * The citizen's data: one id for each datum. Where HTML's autocomplete has a token for it, that token is the id; code,
 * messages and stored records use the id alone. Each entry lists the names that others use for the same thing.
 */
export type FieldKind =
  | 'text'
  | 'digits'
  | 'date'
  | 'choice'
  | 'phone'
  | 'email'
  | 'address'
  | 'iban'
  | 'country'
  | 'image'
  | 'boolean';

export type FieldEntry = {
  /** How the value is written, normalised and checked. Dates are ISO 8601 (`yyyy-mm-dd`, Gregorian). */
  readonly kind: FieldKind;
  /** The word shown to people. */
  readonly fa: string;
  readonly en: string;
  /** Path of the claim in the identity credential (`vct` urn:daricheh:identity:1), where it holds this datum. */
  readonly claim?: readonly string[];
  /** The data from which this one is computed, when the wallet holds no value of its own for it. */
  readonly from?: readonly string[];
  /** For `choice`: the values that are stored, each with its word. */
  readonly choices?: Readonly<Record<string, { readonly fa: string; readonly en: string }>>;
};

export const fields = {
  'given-name': { kind: 'text', fa: 'نام', en: 'Given name', claim: ['given_name'] },
  'family-name': { kind: 'text', fa: 'نام خانوادگی', en: 'Family name', claim: ['family_name'] },
  name: { kind: 'text', fa: 'نام و نام خانوادگی', en: 'Full name', from: ['given-name', 'family-name'] },
  'given-name-latin': { kind: 'text', fa: 'نام (لاتین)', en: 'Given name (Latin)', claim: ['given_name_latin'] },
  'family-name-latin': { kind: 'text', fa: 'نام خانوادگی (لاتین)', en: 'Family name (Latin)', claim: ['family_name_latin'] },
  'name-latin': { kind: 'text', fa: 'نام کامل (لاتین)', en: 'Full name (Latin)', from: ['given-name-latin', 'family-name-latin'] },
  'father-name': { kind: 'text', fa: 'نام پدر', en: 'Father’s name', claim: ['father_name'] },
  'father-name-latin': { kind: 'text', fa: 'نام پدر (لاتین)', en: 'Father’s name (Latin)', claim: ['father_name_latin'] },
  'national-id': { kind: 'digits', fa: 'کد ملی', en: 'National ID', claim: ['national_id'] },
  'birth-certificate-number': {
    kind: 'digits',
    fa: 'شمارهٔ شناسنامه',
    en: 'Birth certificate number',
    claim: ['birth_certificate_number'],
  },
  bday: { kind: 'date', fa: 'تاریخ تولد', en: 'Date of birth', claim: ['birthdate'] },
  'bday-day': { kind: 'digits', fa: 'روز تولد', en: 'Day of birth', from: ['bday'] },
  'bday-month': { kind: 'digits', fa: 'ماه تولد', en: 'Month of birth', from: ['bday'] },
  'bday-year': { kind: 'digits', fa: 'سال تولد', en: 'Year of birth', from: ['bday'] },
  'age-over-18': { kind: 'boolean', fa: 'هجده سال یا بیشتر', en: '18 or older', claim: ['age_over_18'] },
  'birth-place': { kind: 'text', fa: 'محل تولد', en: 'Place of birth', claim: ['place_of_birth', 'locality'] },
  sex: {
    kind: 'choice',
    fa: 'جنسیت',
    en: 'Sex',
    claim: ['sex'],
    choices: { female: { fa: 'زن', en: 'Female' }, male: { fa: 'مرد', en: 'Male' } },
  },
  nationality: { kind: 'country', fa: 'تابعیت', en: 'Nationality', claim: ['nationality'] },
  'street-address': { kind: 'address', fa: 'نشانی', en: 'Address', claim: ['address', 'street_address'] },
  'address-level1': { kind: 'text', fa: 'استان', en: 'Province', claim: ['address', 'region'] },
  'address-level2': { kind: 'text', fa: 'شهر', en: 'City', claim: ['address', 'locality'] },
  'postal-code': { kind: 'digits', fa: 'کد پستی', en: 'Postcode', claim: ['address', 'postal_code'] },
  country: { kind: 'country', fa: 'کشور', en: 'Country', claim: ['address', 'country'] },
  tel: { kind: 'phone', fa: 'تلفن همراه', en: 'Phone', claim: ['phone_number'] },
  email: { kind: 'email', fa: 'ایمیل', en: 'Email', claim: ['email'] },
  photo: { kind: 'image', fa: 'عکس', en: 'Photo', claim: ['portrait'] },
  iban: { kind: 'iban', fa: 'شمارهٔ شبا', en: 'IBAN' },
  'marital-status': {
    kind: 'choice',
    fa: 'وضعیت تأهل',
    en: 'Marital status',
    choices: {
      single: { fa: 'مجرد', en: 'Single' },
      married: { fa: 'متأهل', en: 'Married' },
      divorced: { fa: 'جداشده', en: 'Divorced' },
      widowed: { fa: 'همسر درگذشته', en: 'Widowed' },
    },
  },
  'organization-title': { kind: 'text', fa: 'شغل', en: 'Occupation' },
  organization: { kind: 'text', fa: 'محل کار', en: 'Employer' },
} as const satisfies Record<string, FieldEntry>;

export type FieldId = keyof typeof fields;

/** True when `value` is the id of a datum. */
export function isFieldId(value: unknown): value is FieldId {
  return typeof value === 'string' && Object.hasOwn(fields, value);
}

/** The entry of a datum. */
export function getField(id: FieldId): FieldEntry {
  return fields[id];
}
