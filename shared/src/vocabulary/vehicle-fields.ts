import type { FieldEntry } from './field-entry.ts';

/** A vehicle and its registration. */
export const vehicleFields = {
  'vehicle-plate': { kind: 'text', group: 'vehicle', fa: 'شمارهٔ پلاک خودرو', en: 'Number plate' },
  'vehicle-type': {
    kind: 'choice',
    group: 'vehicle',
    fa: 'نوع وسیلهٔ نقلیه',
    en: 'Kind of vehicle',
    choices: {
      car: { fa: 'سواری', en: 'Car' },
      van: { fa: 'وانت', en: 'Van or pickup' },
      motorcycle: { fa: 'موتورسیکلت', en: 'Motorcycle' },
      truck: { fa: 'کامیون', en: 'Lorry' },
      bus: { fa: 'اتوبوس یا مینی‌بوس', en: 'Bus' },
      other: { fa: 'نوع دیگر', en: 'Other' },
    },
  },
  'vehicle-make': { kind: 'text', group: 'vehicle', fa: 'سازندهٔ خودرو', en: 'Vehicle make' },
  'vehicle-model': { kind: 'text', group: 'vehicle', fa: 'مدل خودرو', en: 'Vehicle model' },
  'vehicle-year': { kind: 'digits', group: 'vehicle', fa: 'سال ساخت خودرو (میلادی)', en: 'Vehicle: year of manufacture' },
  'vehicle-color': { kind: 'text', group: 'vehicle', fa: 'رنگ خودرو', en: 'Vehicle colour' },
  'vehicle-fuel': {
    kind: 'choice',
    group: 'vehicle',
    fa: 'سوخت خودرو',
    en: 'Vehicle fuel',
    choices: {
      petrol: { fa: 'بنزین', en: 'Petrol' },
      cng: { fa: 'گاز یا دوگانه‌سوز', en: 'Natural gas, or both' },
      diesel: { fa: 'گازوئیل', en: 'Diesel' },
      hybrid: { fa: 'هیبرید', en: 'Hybrid' },
      electric: { fa: 'برقی', en: 'Electric' },
    },
  },
  'vehicle-vin': { kind: 'text', group: 'vehicle', fa: 'شمارهٔ شاسی خودرو', en: 'Vehicle identification number' },
  'vehicle-engine-number': { kind: 'text', group: 'vehicle', fa: 'شمارهٔ موتور خودرو', en: 'Engine number' },
  'vehicle-registration-date': { kind: 'date', group: 'vehicle', fa: 'تاریخ ثبت پلاک', en: 'Vehicle registered on' },
} as const satisfies Record<string, FieldEntry>;
