import type { FormDefinition } from '@daricheh/shared/submission';

/** The passport application. Its controls are the hidden inputs of the page on which the applicant checks all answers. `origin` is the site's own. */
export function buildForm(origin: string): FormDefinition {
  return {
    type: 'daricheh.form.v1',
    id: 'passport-application',
    version: 1,
    agency: { id: 'passport', name: { fa: 'ادارهٔ گذرنامه (نمونه)', en: 'Passport Office (demo)' }, origin },
    title: { fa: 'درخواست گذرنامه', en: 'Passport application' },
    purpose: {
      fa: 'بررسی درخواست و صدور گذرنامهٔ شما یا کسی که از طرف او درخواست می‌دهید',
      en: 'To examine the application and to issue the passport, yours or that of the person you act for',
    },
    recipients: [
      { fa: 'ادارهٔ گذرنامه', en: 'Passport Office' },
      { fa: 'چاپخانهٔ گذرنامه', en: 'Passport printing works' },
    ],
    retention: {
      days: 4015,
      text: { fa: 'یازده سال: تا یک سال پس از پایان اعتبار گذرنامه', en: 'Eleven years: until one year after the passport expires' },
    },
    decisionDays: 14,
    fields: [
      {
        id: 'given-names',
        control: 'given-names',
        label: { fa: 'نام (لاتین)', en: 'Given names' },
        kind: 'text',
        required: true,
        datum: 'given-name-latin',
      },
      {
        id: 'surname',
        control: 'surname',
        label: { fa: 'نام خانوادگی (لاتین)', en: 'Surname' },
        kind: 'text',
        required: false,
        datum: 'family-name-latin',
      },
      {
        id: 'date-of-birth',
        control: 'date-of-birth',
        label: { fa: 'تاریخ تولد', en: 'Date of birth' },
        kind: 'date',
        required: true,
        datum: 'bday',
      },
      {
        id: 'national-id',
        control: 'national-id',
        label: { fa: 'کد ملی', en: 'National ID number' },
        kind: 'digits',
        required: true,
        datum: 'national-id',
      },
      {
        id: 'place-of-birth',
        control: 'place-of-birth',
        label: { fa: 'محل تولد', en: 'Place of birth' },
        kind: 'text',
        required: true,
        datum: 'birth-place',
      },
      {
        id: 'sex',
        control: 'sex',
        label: { fa: 'جنسیت', en: 'Sex' },
        kind: 'choice',
        required: true,
        datum: 'sex',
        options: [
          { value: 'F', label: { fa: 'زن', en: 'Female' } },
          { value: 'M', label: { fa: 'مرد', en: 'Male' } },
        ],
      },
      {
        id: 'address',
        control: 'street-address',
        label: { fa: 'نشانی', en: 'Street address' },
        kind: 'text',
        required: true,
        datum: 'street-address',
      },
      { id: 'city', control: 'city', label: { fa: 'شهر', en: 'Town or city' }, kind: 'text', required: true, datum: 'address-level2' },
      {
        id: 'province',
        control: 'province',
        label: { fa: 'استان', en: 'Province' },
        kind: 'text',
        required: false,
        datum: 'address-level1',
      },
      {
        id: 'postcode',
        control: 'postcode',
        label: { fa: 'کد پستی', en: 'Postcode' },
        kind: 'digits',
        required: true,
        datum: 'postal-code',
      },
      { id: 'phone', control: 'phone', label: { fa: 'تلفن', en: 'Telephone number' }, kind: 'phone', required: true, datum: 'tel' },
      { id: 'email', control: 'email', label: { fa: 'رایانامه', en: 'Email address' }, kind: 'email', required: true, datum: 'email' },
    ],
    requestsUri: `${origin}/daricheh/submissions/requests`,
    submissionsUri: `${origin}/daricheh/submissions`,
    returnUri: `${origin}/apply/confirmation`,
  };
}
