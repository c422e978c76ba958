import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[], lang = ''): string[] {
  return classifyPage(makePage(fields, { lang })).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a name', () => {
  it('is the given one where its label stands over a second box for the surname', () => {
    const over = { before: ['نام و نام خانوادگی'], name: 'f1' };
    expect(read([over, { name: 'family' }])).toEqual(['given-name', 'family-name']);
    expect(read([over, { label: 'نام خانوادگی پیشین' }])[0]).toBe('name');
  });

  it('is the family’s where French has a given name beside it, though the form asks for it again in other letters', () => {
    const fields = [{ label: 'Nom' }, { label: 'اسم العائلة', name: 'nom_arabic' }, { label: 'Prénom' }];
    expect(read(fields, 'fr')).toEqual(['family-name', 'family-name', 'given-name']);
  });
});
