import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

/** What each field is taken for: a datum, `other` for somebody else's, `-` for nothing known. */
function read(fields: readonly FieldDraft[], clusters: readonly (readonly [number, number])[] = []): string[] {
  return classifyPage(makePage(fields, { clusters: clusters.map(([first, last]) => [first, last]) })).map(({ verdict }) => {
    if (verdict.kind === 'datum') return verdict.datum;
    return verdict.kind === 'other-person' ? 'other' : '-';
  });
}

describe('numbered names', () => {
  it('are rows of people where the numbers follow one another', () => {
    const fields = [1, 2].flatMap((row) => [
      { label: 'First name', name: `person_first_${row}` },
      { label: 'Last name', name: `person_last_${row}` },
    ]);
    expect(read(fields)).toEqual(['other', 'other', 'other', 'other']);
  });

  it('are the lines of a paper form where they do not', () => {
    expect(
      read([
        { label: 'First name', name: 'line[4]' },
        { label: 'Last name', name: 'line[5]' },
        { label: 'First name', name: 'line[14]', groups: ['Spouse'] },
        { label: 'Last name', name: 'line[15]', groups: ['Spouse'] },
      ]),
    ).toEqual(['given-name', 'family-name', 'other', 'other']);
  });
});

describe('a list of people', () => {
  it('may have the applicant in its first row', () => {
    const row = (number: number, cell: string) =>
      ['First name', 'Last name'].map((column) => ({ cell, column, name: `p${number}_${column}` }));
    expect(read([...row(1, 'You'), ...row(2, 'Person 2')])).toEqual(['given-name', 'family-name', 'other', 'other']);
  });
});

describe('the same question, word for word', () => {
  const names = (count: number) => Array.from({ length: count }, () => ({ label: 'Full name' }));

  it('is a row of a list when it comes three times in a row', () => {
    expect(read(names(3))).toEqual(['-', '-', '-']);
    expect(read(names(2))).toEqual(['name', 'name']);
    expect(read([...names(2), { label: 'Email' }, ...names(1)])).toEqual(['name', 'name', 'email', 'name']);
  });
});

describe('posts that are counted', () => {
  it('are former ones, from the first on', () => {
    const fields = [1, 2].flatMap((row) => [
      { label: `Job title ${row}`, name: `position_${row}` },
      { label: 'From', name: `from_${row}` },
    ]);
    expect(read(fields)).toEqual(['-', '-', '-', '-']);
    expect(read([{ label: 'Job title', name: 'position' }])).toEqual(['organization-title']);
    const applicant = ['name', 'job', 'phone'].map((asked) => ({ name: `applicant[0][${asked}]` }));
    expect(read(applicant)).toEqual(['name', 'organization-title', 'tel']);
  });

  it('begin at nought where the list grows', () => {
    const row = (name: string) => [
      { label: 'موسسه', name: `${name}0` },
      { label: 'تاریخ', name: 'date0' },
      { label: 'درس', name: 'lesson0' },
    ];
    expect(read(row('place'))[0]).toBe('-');
    expect(read([{ label: 'موسسه', name: 'place0' }])).toEqual(['organization']);
  });
});

describe('a title that speaks of records', () => {
  it('stands above the whole form where the form asks who one is under it', () => {
    const headings = ['درخواست سوابق شغلی'];
    expect(
      read([
        { label: 'کد ملی', headings },
        { label: 'موبایل', headings },
      ]),
    ).toEqual(['national-id', 'tel']);
    expect(
      read([
        { label: 'نام شرکت', headings },
        { label: 'تلفن', headings },
      ]),
    ).toEqual(['-', '-']);
  });
});

describe('who is asked for a relationship', () => {
  const person = [{ label: 'نام' }, { label: 'نام خانوادگی' }, { label: 'کد ملی' }];

  it('is a relative, whose other fields are theirs', () => {
    expect(read([...person, { label: 'نسبت با متقاضی' }], [[0, 3]]).slice(0, 3)).toEqual(['other', 'other', 'other']);
    expect(read([{ label: 'الاسم' }, { label: 'صلة القرابة:' }], [[0, 1]])[0]).toBe('other');
  });

  it('is who fills in, where it is one to a newborn or to somebody dead', () => {
    expect(read([...person, { label: 'نسبت با نوزاد' }], [[0, 3]]).slice(0, 3)).toEqual(['given-name', 'family-name', 'national-id']);
    expect(read([{ label: 'Full name' }, { label: 'Relationship to the deceased' }], [[0, 1]])[0]).toBe('name');
  });
});
