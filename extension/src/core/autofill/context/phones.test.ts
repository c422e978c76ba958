import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[], lang = ''): string[] {
  return classifyPage(makePage(fields, { lang })).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a telephone', () => {
  it('has its country’s code chosen from a list that calls itself one of the phone', () => {
    const number = { label: 'Mobile', name: 'mobile' };
    expect(read([{ label: 'Country', name: 'phoneCountry' }, number])).toEqual(['tel-country-code', 'tel']);
    expect(read([{ label: 'Country', name: 'homeCountry' }, number])).toEqual(['country', 'tel']);
  });

  it('does not fit into four signs, where no box beside it takes the rest', () => {
    expect(read([{ label: 'تلفن درخواستی', maxLength: 4 }])).toEqual(['-']);
    expect(read([{ label: 'تلفن', maxLength: 4 }, { name: 'tel2' }])).toEqual(['tel-area-code', 'tel-local']);
    expect(read([{ label: 'تلفن', maxLength: 8 }])).toEqual(['tel']);
  });
});
