import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[], lang: string): string[] {
  return classifyPage(makePage(fields, { lang })).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a birth date in parts', () => {
  it('has its name on the first box alone, where two parts follow that have none', () => {
    const fields = [{ before: ['Date de naissance'], placeholder: 'JJ', name: 'jour' }, { placeholder: 'MM' }, { placeholder: 'AAAA' }];
    expect(read(fields, 'fr')).toEqual(['bday-day', 'bday-month', 'bday-year']);
  });

  it('is its year where there is room for no more', () => {
    expect(read([{ label: 'متولد (سال)', maxLength: 4 }, { label: 'متولد' }], 'fa')).toEqual(['bday-year', 'bday']);
  });
});
