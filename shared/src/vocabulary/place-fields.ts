import type { FieldEntry } from './field-entry.ts';

/** Where somebody lives and how they are reached. */
export const placeFields = {
  'street-address': { kind: 'address', group: 'address', fa: 'نشانی', en: 'Address', claim: ['address', 'street_address'] },
  'address-line1': { kind: 'text', group: 'address', fa: 'نشانی، سطر ۱', en: 'Address line 1', from: ['street-address'] },
  'address-line2': { kind: 'text', group: 'address', fa: 'نشانی، سطر ۲', en: 'Address line 2', from: ['street-address'] },
  'address-line3': { kind: 'text', group: 'address', fa: 'نشانی، سطر ۳', en: 'Address line 3', from: ['street-address'] },
  'address-house-number': { kind: 'text', group: 'address', fa: 'پلاک', en: 'House number' },
  'address-unit': { kind: 'text', group: 'address', fa: 'واحد', en: 'Flat or unit' },
  'address-floor': { kind: 'text', group: 'address', fa: 'طبقه', en: 'Floor' },
  'address-level1': { kind: 'text', group: 'address', fa: 'استان', en: 'Province', claim: ['address', 'region'] },
  'address-level2': { kind: 'text', group: 'address', fa: 'شهر', en: 'City', claim: ['address', 'locality'] },
  'address-level3': { kind: 'text', group: 'address', fa: 'بخش یا منطقه', en: 'District' },
  'address-level4': { kind: 'text', group: 'address', fa: 'محله یا روستا', en: 'Neighbourhood or village' },
  'postal-code': { kind: 'digits', group: 'address', fa: 'کد پستی', en: 'Postcode', claim: ['address', 'postal_code'] },
  country: { kind: 'country', group: 'address', fa: 'کشور', en: 'Country', claim: ['address', 'country'] },
  'country-name': { kind: 'country', group: 'address', fa: 'نام کشور', en: 'Country name', from: ['country'] },
  tel: { kind: 'phone', group: 'contact', fa: 'تلفن همراه', en: 'Phone', claim: ['phone_number'] },
  'tel-country-code': { kind: 'digits', group: 'contact', fa: 'کد کشور تلفن', en: 'Phone: country code', from: ['tel'] },
  'tel-national': { kind: 'digits', group: 'contact', fa: 'تلفن بدون کد کشور', en: 'Phone without country code', from: ['tel'] },
  'tel-area-code': { kind: 'digits', group: 'contact', fa: 'پیش‌شمارهٔ تلفن', en: 'Phone: area code', from: ['tel'] },
  'tel-local': { kind: 'digits', group: 'contact', fa: 'تلفن بدون پیش‌شماره', en: 'Phone without area code', from: ['tel'] },
  'tel-home': { kind: 'phone', group: 'contact', fa: 'تلفن ثابت', en: 'Landline' },
  fax: { kind: 'phone', group: 'contact', fa: 'دورنگار', en: 'Fax' },
  email: { kind: 'email', group: 'contact', fa: 'ایمیل', en: 'Email', claim: ['email'] },
  url: { kind: 'text', group: 'contact', fa: 'وب‌گاه', en: 'Website' },
} as const satisfies Record<string, FieldEntry>;
