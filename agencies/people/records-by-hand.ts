import type { RecordSketch } from './record.ts';

const company = {
  organization: 'شرکت معماران نمونه',
  'org-legal-form': 'private-joint-stock',
  'org-national-id': '99900000017',
  'org-registration-number': '900117',
} as const;
const press = {
  organization: 'نشر نمونه',
  'org-legal-form': 'limited-liability',
  'org-national-id': '99900000025',
  'org-registration-number': '900125',
} as const;
const orchard = {
  organization: 'تعاونی باغداران نخل نمونه',
  'org-legal-form': 'cooperative',
  'org-national-id': '99900000033',
  'org-registration-number': '900133',
} as const;
const university = { 'education-institution': 'دانشگاه نمونه' } as const;

/** The records of the six people with letters: two vehicles, two roles, no licence, no record at all. */
export const sketchedRecords: Readonly<Record<string, RecordSketch>> = {
  'sara-rezaei': {
    licence: [
      {
        'drivers-license-number': '9900144170',
        'drivers-license-categories': 'A B',
        'drivers-license-issue-date': '2021-05-10',
        'drivers-license-expiry-date': '2031-05-10',
      },
    ],
    vehicles: [
      {
        ...{ 'vehicle-plate': '45 ب 312 ایران 00', 'vehicle-type': 'car', 'vehicle-make': 'ایران‌خودرو', 'vehicle-model': 'تارا' },
        ...{ 'vehicle-year': '2024', 'vehicle-color': 'سفید', 'vehicle-fuel': 'petrol', 'vehicle-vin': 'ZZZAAB41N00004417' },
        ...{ 'vehicle-engine-number': '147900312', 'vehicle-registration-date': '2024-04-03' },
      },
      {
        ...{ 'vehicle-plate': '78 ط 526 ایران 00', 'vehicle-type': 'car', 'vehicle-make': 'سایپا', 'vehicle-model': 'پراید' },
        ...{ 'vehicle-year': '2013', 'vehicle-color': 'آبی', 'vehicle-fuel': 'cng', 'vehicle-vin': 'ZZZAAB13N00007326' },
        ...{ 'vehicle-engine-number': '130045526', 'vehicle-registration-date': '2013-08-19' },
      },
    ],
    tax: [{ 'tax-id': '9901000417', 'tax-office': 'ادارهٔ ۱۱۲، تهران', 'tax-registration-date': '2012-06-21' }],
    residence: [{ 'address-level3': 'منطقهٔ ۳', 'residence-since': '2017-09-23', 'residence-tenure': 'owner' }],
    diplomas: [
      {
        ...{ ...university, 'education-level': 'bachelor', 'education-field': 'معماری', 'graduation-date': '2007-09-22' },
        ...{ 'grade-average': '16.84', 'diploma-number': 'D-9900417' },
      },
      {
        ...{ ...university, 'education-level': 'master', 'education-field': 'طراحی شهری', 'graduation-date': '2010-02-19' },
        ...{ 'grade-average': '17.52', 'diploma-number': 'D-9901417' },
      },
    ],
    roles: [{ ...company, 'org-role': 'board-member', 'org-role-since': '2025-07-01', 'org-role-until': '2027-07-01' }],
  },
  golbakht: {
    ...{ licence: [], vehicles: [], tax: [], diplomas: [], roles: [] },
    residence: [{ 'address-level3': 'منطقهٔ ۱۰', 'residence-since': '2019-10-01', 'residence-tenure': 'tenant' }],
  },
  'arash-kabiri': {
    licence: [
      {
        'drivers-license-number': '9900275120',
        'drivers-license-categories': 'A',
        'drivers-license-issue-date': '2019-11-02',
        'drivers-license-expiry-date': '2029-11-02',
      },
    ],
    vehicles: [
      {
        ...{
          'vehicle-plate': '123 ایران 45678',
          'vehicle-type': 'motorcycle',
          'vehicle-make': 'کویر موتور',
          'vehicle-model': 'تی‌وی‌اس آپاچی',
        },
        ...{ 'vehicle-year': '2020', 'vehicle-color': 'قرمز', 'vehicle-fuel': 'petrol', 'vehicle-vin': 'ZZZMC200N00012530' },
        ...{ 'vehicle-engine-number': '200012530', 'vehicle-registration-date': '2020-06-14' },
      },
    ],
    tax: [{ 'tax-id': '9901001230', 'tax-office': 'ادارهٔ ۲۰۴، شیراز', 'tax-registration-date': '2021-07-22' }],
    residence: [{ 'residence-since': '1997-03-20', 'residence-tenure': 'family' }],
    diplomas: [
      {
        ...{ ...university, 'education-level': 'associate', 'education-field': 'عکاسی', 'graduation-date': '2018-09-22' },
        ...{ 'grade-average': '15.1', 'diploma-number': 'D-9902530' },
      },
    ],
    roles: [],
  },
  'mahin-daneshvar': {
    licence: [
      {
        // Runs out soon: who looks must see it.
        'drivers-license-number': '9900352000',
        'drivers-license-categories': 'B',
        'drivers-license-issue-date': '2017-02-11',
        'drivers-license-expiry-date': '2027-02-11',
      },
    ],
    vehicles: [
      {
        ...{ 'vehicle-plate': '65 ع 219 ایران 00', 'vehicle-type': 'van', 'vehicle-make': 'زامیاد', 'vehicle-model': 'وانت ۲۴' },
        ...{ 'vehicle-year': '2011', 'vehicle-color': 'آبی', 'vehicle-fuel': 'diesel', 'vehicle-vin': 'ZZZNI240N00000200' },
        ...{ 'vehicle-engine-number': '240000200', 'vehicle-registration-date': '2011-12-05' },
      },
    ],
    tax: [{ 'tax-id': '9901002020', 'tax-office': 'ادارهٔ ۳۰۱، کرمان', 'tax-registration-date': '2009-06-21' }],
    residence: [{ 'residence-since': '2004-03-20', 'residence-tenure': 'owner' }],
    diplomas: [],
    roles: [{ ...orchard, 'org-role': 'chair', 'org-role-since': '2024-09-01', 'org-role-until': '2027-09-01' }],
  },
  'momeneh-agahi': {
    licence: [
      {
        'drivers-license-number': '9900419820',
        'drivers-license-categories': 'B',
        'drivers-license-issue-date': '2023-01-17',
        'drivers-license-expiry-date': '2033-01-17',
      },
    ],
    vehicles: [],
    tax: [{ 'tax-id': '9901010982', 'tax-office': 'ادارهٔ ۲۷، نجف‌آباد', 'tax-registration-date': '2005-06-21' }],
    residence: [{ 'residence-since': '2011-05-01', 'residence-tenure': 'owner' }],
    diplomas: [
      {
        ...{ ...university, 'education-level': 'doctorate', 'education-field': 'ادبیات کودک و نوجوان', 'graduation-date': '2009-10-14' },
        ...{ 'grade-average': '18.9', 'diploma-number': 'D-9903982' },
      },
    ],
    roles: [
      { ...press, 'org-role': 'managing-director', 'org-role-since': '2022-03-21', 'org-role-until': '2028-03-20' },
      { ...company, 'org-role': 'inspector', 'org-role-since': '2025-07-01' },
    ],
  },
  'anna-mueller': {
    // A foreign licence is no record here.
    ...{ licence: [], diplomas: [], roles: [] },
    vehicles: [
      {
        ...{ 'vehicle-plate': '91 ت 447 ایران 00', 'vehicle-type': 'car', 'vehicle-make': 'Volkswagen', 'vehicle-model': 'Golf' },
        ...{ 'vehicle-year': '2016', 'vehicle-color': 'خاکستری', 'vehicle-fuel': 'petrol', 'vehicle-vin': 'ZZZWV160N00028010' },
        ...{ 'vehicle-engine-number': '160028010', 'vehicle-registration-date': '2017-01-30' },
      },
    ],
    tax: [{ 'tax-id': '9901028010', 'tax-office': 'ادارهٔ ۱۰۹، تهران', 'tax-registration-date': '2014-06-21' }],
    residence: [{ 'address-level3': 'منطقهٔ ۱', 'residence-since': '2013-02-01', 'residence-tenure': 'tenant' }],
  },
};
