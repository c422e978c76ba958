import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { listChildren } from '../people.ts';
import { makePostcode } from './numbers.ts';
import type { Person } from './person.ts';
import { createRandom, type Random } from './random.ts';
import type { PersonRecord, RecordData, RecordSketch } from './record.ts';
import { sketchedRecords } from './records-by-hand.ts';

/**
 * What agencies have on record about somebody beside who they are: a licence, vehicles, a tax number, where
 * they live, diplomas, roles in companies, and for whom they may act. The same person has the same records on every machine.
 */
export function listRecords(person: Person): readonly PersonRecord[] {
  const random = createRandom(Number(person.claims.national_id.slice(3, 9)) * 31 + 7);
  const sketched = sketchedRecords[person.id] ?? drawRecords(random);
  const { address } = person.claims;
  return [
    ...sketched.licence.map((data) =>
      makeRecord('driving-licence', String(data['drivers-license-number']), { ...data, ...describeDriver(person) }),
    ),
    ...sketched.vehicles.map((data) => makeRecord('vehicle-registration', String(data['vehicle-vin']), data)),
    ...sketched.tax.map((data) => makeRecord('tax-number', String(data['tax-id']), data)),
    ...sketched.residence.map((data) =>
      makeRecord('residence', person.claims.national_id, {
        'street-address': address.street_address,
        'address-level1': address.region,
        'address-level2': address.locality,
        'postal-code': address.postal_code,
        country: address.country,
        ...data,
      }),
    ),
    ...sketched.diplomas.map((data) => makeRecord('diploma', String(data['diploma-number']), data)),
    ...sketched.roles.map((data) =>
      makeRecord('company-role', `${data['org-national-id']}-${data['org-role']}-${person.claims.national_id}`, data),
    ),
    ...listChildren(person).map((child) =>
      makeRecord('mandate', `${child.claims.national_id}-${person.claims.national_id}`, describeChild(child)),
    ),
  ];
}

function makeRecord(type: DocumentTypeId, key: string, data: RecordData): PersonRecord {
  return { key, type, data };
}

/** What a licence repeats of the civil registry's record beside the name. */
function describeDriver({ claims }: Person): RecordData {
  const { birthdate, age_over_18, sex, portrait } = claims;
  return {
    bday: birthdate,
    'age-over-18': age_over_18,
    sex,
    photo: portrait,
    'drivers-license-authority': 'ادارهٔ راهنمایی و رانندگی (نمونه)',
    'drivers-license-country': 'IR',
  };
}

/** A parent acts for a child from its birth to the day before it turns 18. */
function describeChild({ claims }: Person): RecordData {
  const [year = 0, month = 1, day = 1] = claims.birthdate.split('-').map(Number);
  const data = {
    'principal-given-name': claims.given_name,
    'principal-family-name': claims.family_name,
    'principal-given-name-latin': claims.given_name_latin,
    'principal-family-name-latin': claims.family_name_latin,
  };
  return {
    ...Object.fromEntries(Object.entries(data).filter(([, name]) => name !== undefined)),
    'mandate-relation': 'parent',
    'principal-national-id': claims.national_id,
    'principal-bday': claims.birthdate,
    'mandate-since': claims.birthdate,
    'mandate-until': new Date(Date.UTC(year + 18, month - 1, day - 1)).toISOString().slice(0, 10),
  };
}

const makes = [
  { 'vehicle-make': 'ایران‌خودرو', 'vehicle-model': 'سمند' },
  { 'vehicle-make': 'سایپا', 'vehicle-model': 'کوییک' },
  { 'vehicle-make': 'ایران‌خودرو', 'vehicle-model': 'تارا' },
] as const;
const plateLetters = ['ب', 'ج', 'د', 'س', 'ص', 'ط', 'ق', 'ل', 'م', 'ن', 'و', 'ه'] as const;

function drawRecords(random: Random): RecordSketch {
  const year = 1390 + random.below(14);
  return {
    licence: random.below(4) === 0 ? [] : [drawLicence(random)],
    vehicles: Array.from({ length: random.below(3) }, () => drawVehicle(random)),
    tax: [
      {
        'tax-id': drawDigits(random, 10),
        'tax-office': `ادارهٔ ${toPersianDigits(100 + random.below(90))}`,
        'tax-registration-date': `${year + 621}-06-21`,
      },
    ],
    residence: [{ 'residence-since': `${year + 621}-03-21`, 'residence-tenure': random.pick(['owner', 'tenant', 'family'] as const) }],
    diplomas: random.below(2) === 0 ? [] : [drawDiploma(random)],
    roles: [],
  };
}

function drawLicence(random: Random): RecordData {
  const year = 2018 + random.below(8);
  return {
    'drivers-license-number': drawDigits(random, 10),
    'drivers-license-categories': random.pick(['B', 'B', 'A B', 'B C'] as const),
    'drivers-license-issue-date': `${year}-09-01`,
    'drivers-license-expiry-date': `${year + 10}-09-01`,
  };
}

function drawVehicle(random: Random): RecordData {
  return {
    'vehicle-plate': makePlate(random),
    'vehicle-type': 'car',
    ...random.pick(makes),
    'vehicle-year': String(2010 + random.below(16)),
    'vehicle-color': random.pick(['سفید', 'مشکی', 'نقره‌ای', 'آبی'] as const),
    'vehicle-fuel': random.pick(['petrol', 'cng'] as const),
    'vehicle-vin': makeVin(random),
    'vehicle-engine-number': drawDigits(random, 9),
    'vehicle-registration-date': `${2018 + random.below(8)}-05-22`,
  };
}

function drawDiploma(random: Random): RecordData {
  return {
    'education-level': random.pick(['associate', 'bachelor', 'master'] as const),
    'education-field': random.pick(['حسابداری', 'مهندسی برق', 'ادبیات فارسی', 'پرستاری'] as const),
    'education-institution': 'دانشگاه نمونه',
    'graduation-date': `${2000 + random.below(25)}-09-22`,
    'grade-average': `1${4 + random.below(5)}.${random.below(90) + 10}`,
    'diploma-number': `D-${drawDigits(random, 7)}`,
  };
}

/** A number plate as Iran writes it, of region 00, which does not exist. */
function makePlate(random: Random): string {
  return `${11 + random.below(88)} ${random.pick(plateLetters)} ${111 + random.below(888)} ایران 00`;
}

/** A vehicle identification number of 17 characters with a maker that no register has (ZZZ), without I, O and Q (ISO 3779). */
function makeVin(random: Random): string {
  return `ZZZ${Array.from({ length: 14 }, () => random.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'])).join('')}`;
}

function drawDigits(random: Random, count: number): string {
  return makePostcode(random).padEnd(count, '0').slice(0, count);
}

function toPersianDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}
