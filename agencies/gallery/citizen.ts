import type { FieldId } from '@daricheh/shared/vocabulary';
import { getLetterPerson } from '../people.ts';
import { toJalali } from '../persian/jalali.ts';

const { claims, declared } = getLetterPerson('sara-rezaei');
const birth = toJalali(claims.birthdate);
const two = (part: number) => String(part).padStart(2, '0');

/** What the gallery's citizen says of herself beside what the civil registry and the letter's person hold already. */
export const moreFacts = {
  'mother-name': 'پروین',
  'tel-home': '+982101204417',
  'blood-type': 'A+',
  height: '168',
  religion: 'اسلام',
  'education-level': 'master',
  'education-field': 'طراحی شهری',
  'education-institution': 'دانشگاه نمونه',
  'grade-average': '17.52',
  'social-security-number': '9900441712',
  'health-id': '99004417',
  'tax-id': '9901000417',
  'passport-number': 'Z99004417',
  'passport-issue-date': '2024-08-15',
  'passport-expiry-date': '2029-08-14',
  'drivers-license-number': '9900144170',
  'drivers-license-issue-date': '2021-05-10',
  'vehicle-plate': '45 ب 312 ایران 00',
  'vehicle-make': 'ایران‌خودرو',
  'vehicle-model': 'تارا',
  'vehicle-color': 'سفید',
  'vehicle-vin': 'ZZZAAB41N00004417',
  'org-registration-number': '900117',
} as const satisfies Partial<Record<FieldId, string>>;

/** The gallery's citizen, in the forms in which pages want her data. */
export const me = {
  given: claims.given_name ?? '',
  family: claims.family_name ?? '',
  name: `${claims.given_name} ${claims.family_name}`,
  givenLatin: claims.given_name_latin ?? '',
  familyLatin: claims.family_name_latin ?? '',
  nameLatin: `${claims.given_name_latin} ${claims.family_name_latin}`,
  father: claims.father_name ?? '',
  fatherLatin: claims.father_name_latin ?? '',
  mother: moreFacts['mother-name'],
  nationalId: claims.national_id,
  certificate: claims.birth_certificate_number,
  /** 1364/01/23 and its parts. */
  bornJalali: `${birth.year}/${two(birth.month)}/${two(birth.day)}`,
  bornYear: String(birth.year),
  bornMonth: String(birth.month),
  bornDay: String(birth.day),
  /** 1985-04-12, and as it is written elsewhere. */
  bornIso: claims.birthdate,
  bornDayFirst: (separator: string) => claims.birthdate.split('-').reverse().join(separator),
  birthPlace: claims.place_of_birth.locality,
  mobile: claims.phone_number.replace('+98', '0'),
  mobileBare: claims.phone_number.replace('+98', ''),
  mobileAbroad: claims.phone_number,
  landline: moreFacts['tel-home'].replace('+98', '0'),
  landlineAbroad: moreFacts['tel-home'],
  email: claims.email,
  street: claims.address.street_address,
  city: claims.address.locality,
  province: claims.address.region,
  postcode: claims.address.postal_code,
  iban: declared.iban,
  ibanDigits: declared.iban.replace('IR', ''),
  job: declared['organization-title'],
  employer: declared.organization,
} as const;

/** Phones where the page shows no preference: both ways of writing one are right. */
export const anyMobile = [me.mobile, me.mobileAbroad] as const;
export const anyLandline = [me.landline, me.landlineAbroad] as const;

/** With the digits of Persian. */
export function persian(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}
