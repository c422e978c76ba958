import type { FormDefinition } from '@daricheh/shared/submission';

/** A couple's wish to be taxed together, which both of them sign. `origin` is the site's own, without a slash at the end. */
export function buildJointForm(origin: string): FormDefinition {
  return {
    type: 'daricheh.form.v1',
    id: 'joint-return',
    version: 1,
    agency: { id: 'tax', name: { fa: 'سازمان امور مالیاتی (نمونه)', en: 'Tax Administration (demo)' }, origin },
    title: { fa: 'درخواست اظهارنامهٔ مشترک همسران', en: 'Request for a joint return of spouses' },
    purpose: { fa: 'برآورد مالیات سال ۱۴۰۴ هر دو همسر با هم', en: 'To assess the tax of both spouses for 1404 together' },
    recipients: [{ fa: 'ادارهٔ مالیات بر درآمد', en: 'Income Tax Office' }],
    retention: { days: 3650, text: { fa: 'ده سال پس از پایان سال مالیاتی', en: 'Ten years after the tax year has ended' } },
    decisionDays: 30,
    amendments: 'never',
    fields: [
      {
        id: 'given-name',
        control: 'first_name',
        label: { fa: 'نام متقاضی', en: 'Applicant’s given name' },
        kind: 'text',
        required: true,
        datum: 'given-name',
      },
      {
        id: 'family-name',
        control: 'last_name',
        label: { fa: 'نام خانوادگی متقاضی', en: 'Applicant’s family name' },
        kind: 'text',
        required: false,
        datum: 'family-name',
      },
      {
        id: 'national-id',
        control: 'national_code',
        label: { fa: 'کد ملی متقاضی', en: 'Applicant’s national ID' },
        kind: 'digits',
        required: true,
        datum: 'national-id',
      },
      {
        id: 'spouse-name',
        control: 'spouse_name',
        label: { fa: 'نام و نام خانوادگی همسر', en: 'Spouse’s full name' },
        kind: 'text',
        required: true,
      },
      {
        id: 'spouse-national-id',
        control: 'spouse_national_code',
        label: { fa: 'کد ملی همسر', en: 'Spouse’s national ID' },
        kind: 'digits',
        required: true,
      },
    ],
    signers: [
      { id: 'applicant', label: { fa: 'متقاضی', en: 'Applicant' }, field: 'national-id' },
      { id: 'spouse', label: { fa: 'همسر', en: 'Spouse' }, field: 'spouse-national-id' },
    ],
    requestsUri: `${origin}/daricheh/submissions/requests`,
    submissionsUri: `${origin}/daricheh/submissions`,
  };
}
