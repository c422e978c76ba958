import type { FieldEntry } from './field-entry.ts';

/** A company that somebody acts for. */
export const companyFields = {
  'org-national-id': { kind: 'digits', format: 'org-national-id', group: 'work', fa: 'شناسهٔ ملی شرکت', en: 'Company national ID' },
  'org-registration-number': { kind: 'text', group: 'work', fa: 'شمارهٔ ثبت شرکت', en: 'Company registration number' },
  'org-legal-form': {
    kind: 'choice',
    group: 'work',
    fa: 'نوع شرکت',
    en: 'Legal form of the company',
    choices: {
      'private-joint-stock': { fa: 'سهامی خاص', en: 'Private joint-stock company' },
      'public-joint-stock': { fa: 'سهامی عام', en: 'Public joint-stock company' },
      'limited-liability': { fa: 'با مسئولیت محدود', en: 'Limited liability company' },
      cooperative: { fa: 'تعاونی', en: 'Cooperative' },
    },
  },
  'org-role': {
    kind: 'choice',
    group: 'work',
    fa: 'سمت در شرکت',
    en: 'Role in the company',
    choices: {
      'managing-director': { fa: 'مدیرعامل', en: 'Managing director' },
      chair: { fa: 'رئیس هیئت‌مدیره', en: 'Chair of the board' },
      'board-member': { fa: 'عضو هیئت‌مدیره', en: 'Member of the board' },
      'authorised-signatory': { fa: 'دارندهٔ حق امضا', en: 'Authorised signatory' },
      inspector: { fa: 'بازرس', en: 'Inspector' },
    },
  },
  'org-role-since': { kind: 'date', group: 'work', fa: 'آغاز سمت در شرکت', en: 'In this role since' },
  'org-role-until': { kind: 'date', group: 'work', fa: 'پایان سمت در شرکت', en: 'In this role until' },
  'org-economic-code': { kind: 'text', group: 'company', fa: 'کد اقتصادی شرکت', en: 'Company economic code' },
  'org-registration-date': { kind: 'date', group: 'company', fa: 'تاریخ ثبت شرکت', en: 'Company registered on' },
  'org-registration-place': { kind: 'text', group: 'company', fa: 'محل ثبت شرکت', en: 'Company registered in' },
  'org-activity': { kind: 'text', group: 'company', fa: 'موضوع فعالیت شرکت', en: 'Company’s activity' },
  'org-activity-code': { kind: 'digits', group: 'company', fa: 'کد فعالیت اقتصادی', en: 'Activity code' },
  'org-address': { kind: 'address', group: 'company', fa: 'نشانی شرکت', en: 'Company address' },
  'org-postal-code': { kind: 'text', format: 'postal-code', group: 'company', fa: 'کد پستی شرکت', en: 'Company postcode' },
  'org-tel': { kind: 'phone', group: 'company', fa: 'تلفن شرکت', en: 'Company phone' },
  'org-email': { kind: 'email', group: 'company', fa: 'ایمیل شرکت', en: 'Company email' },
  'org-website': { kind: 'text', group: 'company', fa: 'وب‌گاه شرکت', en: 'Company website' },
  'org-employees-count': { kind: 'integer', format: 'count', group: 'company', fa: 'تعداد کارکنان', en: 'Number of employees' },
  'org-capital': { kind: 'integer', group: 'company', fa: 'سرمایهٔ شرکت', en: 'Company capital' },
  'org-brand': { kind: 'text', group: 'company', fa: 'نام تجاری', en: 'Trade name' },
  'org-managing-director': { kind: 'text', group: 'company', fa: 'نام مدیرعامل', en: 'Managing director’s name' },
} as const satisfies Record<string, FieldEntry>;
