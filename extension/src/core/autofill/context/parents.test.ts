import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[], lang = ''): string[] {
  return classifyPage(makePage(fields, { lang })).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a parent', () => {
  it('is the father where «فرزند» follows the name, as on an identity card', () => {
    expect(read([{ cell: 'نام و نام خانوادگی' }, { cell: 'فرزند' }])).toEqual(['name', 'father-name']);
    expect(read([{ cell: 'نشانی' }, { cell: 'فرزند' }])[1]).toBe('-');
    expect(read([{ cell: 'نام و نام خانوادگی' }, { cell: 'فرزند', answers: ['ندارم', 'دارم'] }])[1]).not.toBe('father-name');
  });

  it('is the applicant’s under “your parents”, and the parent’s own father under the parent', () => {
    const given = { label: 'Prénom du père', name: 'pere_prenom' };
    expect(
      read(
        [
          { ...given, groups: ['Vos parents'] },
          { label: 'Nom du père', groups: ['Vos parents'] },
        ],
        'fr',
      ),
    ).toEqual(['father-name', '-']);
    expect(read([{ ...given, groups: ['Parent 1'] }], 'fr')).toEqual(['-']);
    expect(read([{ label: 'نام پدر', groups: ['مشخصات والدین'] }])).toEqual(['father-name']);
    expect(read([{ label: 'نام پدر', groups: ['مشخصات ولی'] }])).toEqual(['-']);
  });

  it('is asked for once; the next father is somebody else’s', () => {
    expect(read([{ label: 'نام پدر' }, { label: 'نام پدر' }])).toEqual(['father-name', '-']);
  });
});
