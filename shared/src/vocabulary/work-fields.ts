import type { FieldEntry } from './field-entry.ts';

/** What somebody learned, does for a living, and where they are paid. */
export const workFields = {
  'education-level': {
    kind: 'choice',
    group: 'work',
    fa: 'میزان تحصیلات',
    en: 'Level of education',
    choices: {
      none: { fa: 'بی‌سواد', en: 'None' },
      primary: { fa: 'ابتدایی', en: 'Primary school' },
      'lower-secondary': { fa: 'سیکل', en: 'Lower secondary school' },
      'upper-secondary': { fa: 'دیپلم', en: 'Upper secondary school' },
      associate: { fa: 'کاردانی', en: 'Associate degree' },
      bachelor: { fa: 'کارشناسی', en: 'Bachelor’s degree' },
      master: { fa: 'کارشناسی ارشد', en: 'Master’s degree' },
      doctorate: { fa: 'دکتری', en: 'Doctorate' },
    },
  },
  'organization-title': { kind: 'text', group: 'work', fa: 'شغل', en: 'Occupation' },
  organization: { kind: 'text', group: 'work', fa: 'محل کار', en: 'Employer' },
  'org-national-id': { kind: 'digits', group: 'work', fa: 'شناسهٔ ملی شرکت', en: 'Company national ID' },
  'org-registration-number': { kind: 'text', group: 'work', fa: 'شمارهٔ ثبت شرکت', en: 'Company registration number' },
  iban: { kind: 'iban', group: 'money', fa: 'شمارهٔ شبا', en: 'IBAN' },
  'bank-account-number': { kind: 'text', group: 'money', fa: 'شمارهٔ حساب', en: 'Bank account number' },
  'bank-sort-code': { kind: 'text', group: 'money', fa: 'کد شعبهٔ بانک', en: 'Bank sort code' },
  'bank-bic': { kind: 'text', group: 'money', fa: 'کد سوئیفت بانک', en: 'BIC' },
} as const satisfies Record<string, FieldEntry>;
