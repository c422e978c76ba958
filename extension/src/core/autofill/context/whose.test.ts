import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

/** What each field is taken for: a datum, or `other` for somebody else's. */
function read(fields: readonly FieldDraft[], clusters: readonly (readonly [number, number])[] = []): string[] {
  return classifyPage(makePage(fields, { clusters: clusters.map(([first, last]) => [first, last]) })).map(({ verdict }) =>
    verdict.kind === 'datum' ? verdict.datum : 'other',
  );
}

describe('whose a field is', () => {
  it('is the applicant’s where a bracket says that somebody named before it is the one who fills in', () => {
    const guardian = [{ label: 'نام' }, { label: 'کد ملی' }].map((field) => ({ ...field, headings: ['مشخصات سرپرست (درخواست‌کننده)'] }));
    const ward = [{ label: 'نام' }, { label: 'کد ملی' }].map((field) => ({ ...field, headings: ['مشخصات مددجو'] }));
    expect(read([...guardian, ...ward]).map((each) => each !== 'other')).toEqual([true, true, false, false]);
    expect(read([{ label: 'نام', headings: ['مشخصات پدر (در صورت حیات)'] }, { label: 'نام پدر' }])[0]).toBe('other');
  });

  it('is a pupil’s own, but for a form that asks about whoever registers them', () => {
    const pupil = { label: 'کد ملی', headings: ['مشخصات دانش‌آموز'] };
    expect(read([pupil])).toEqual(['national-id']);
    expect(read([pupil, { label: 'کد ملی', headings: ['مشخصات ثبت‌نام‌کننده'] }])).toEqual(['other', 'national-id']);
  });

  it('goes on, in short labels on one line, with whoever was named first', () => {
    expect(read([{ label: 'Seller’s name' }, { label: 'phone' }], [[0, 1]])).toEqual(['other', 'other']);
    expect(read([{ label: 'Father’s name' }, { label: 'phone' }], [[0, 1]])[1]).toBe('tel');
  });

  it('is not the reader’s because a label speaks to them', () => {
    expect(read([{ label: 'Email address, if you know it', headings: ['Defendant'] }])).toEqual(['other']);
  });

  it('is the reader’s where the question is put to them, whomever it mentions', () => {
    const sex = (question: string): FieldDraft => ({ control: 'radio', name: 'gender', answers: ['Female', 'Male'], groups: [question] });
    expect(read([sex('Are you recorded as male or female on your employer’s payroll?')])).toEqual(['sex']);
    expect(read([sex('Is the child male or female?')])).toEqual(['other']);
  });

  it('is the buyer’s own where a clause says in brackets that the buyer is the applicant', () => {
    const clause = (who: string) => [{ before: ['Full name:', who] }, { before: ['Email address:'] }];
    expect(read(clause('Buyer (the applicant)'))).toEqual(['name', 'email']);
    expect(read(clause('Buyer'))[0]).toBe('other');
  });

  it('is an animal’s, or its doctor’s, under their headings', () => {
    const fields = ['Owner', 'Animal', 'Veterinarian'].map((heading) => ({ label: 'Name', headings: [heading] }));
    expect(read(fields)).toEqual(['name', 'other', 'other']);
  });
});
