import type { FieldEntry } from './field-entry.ts';

/** Whom somebody lives with and answers for, and whom to call. */
export const householdFields = {
  'children-count': { kind: 'integer', format: 'count', group: 'household', fa: 'تعداد فرزندان', en: 'Number of children' },
  'dependants-count': { kind: 'integer', format: 'count', group: 'household', fa: 'تعداد افراد تحت تکفل', en: 'Number of dependants' },
  'household-size': { kind: 'integer', format: 'count', group: 'household', fa: 'تعداد اعضای خانوار', en: 'Household size' },
  'household-code': { kind: 'digits', group: 'household', fa: 'کد خانوار', en: 'Household code' },
  'household-head': {
    kind: 'choice',
    group: 'household',
    fa: 'سرپرست خانوار',
    en: 'Head of household',
    choices: { yes: { fa: 'بله', en: 'Yes' }, no: { fa: 'خیر', en: 'No' } },
  },
  'household-income': { kind: 'integer', group: 'household', fa: 'درآمد خانوار', en: 'Household income' },
  'marriage-date': { kind: 'date', group: 'family', fa: 'تاریخ ازدواج', en: 'Date of marriage' },
  'marriage-place': { kind: 'text', group: 'family', fa: 'محل ازدواج', en: 'Place of marriage' },
  'marriage-certificate-number': { kind: 'text', group: 'family', fa: 'شمارهٔ سند ازدواج', en: 'Marriage certificate number' },
  'divorce-date': { kind: 'date', group: 'family', fa: 'تاریخ طلاق', en: 'Date of divorce' },
  relation: { kind: 'text', group: 'family', fa: 'نسبت', en: 'Relationship' },
  'emergency-contact-name': { kind: 'text', group: 'contact', fa: 'نام فرد تماس اضطراری', en: 'Emergency contact: name' },
  'emergency-contact-tel': { kind: 'phone', group: 'contact', fa: 'تلفن تماس اضطراری', en: 'Emergency contact: phone' },
  'emergency-contact-relation': { kind: 'text', group: 'contact', fa: 'نسبت فرد تماس اضطراری', en: 'Emergency contact: relationship' },
  'guardian-relation': { kind: 'text', group: 'family', fa: 'نسبت سرپرست قانونی', en: 'Guardian: relationship' },
} as const satisfies Record<string, FieldEntry>;
