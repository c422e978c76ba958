import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[], lang = ''): string[] {
  return classifyPage(makePage(fields, { lang })).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a measure of the body', () => {
  it.each<[string, FieldDraft, string]>([
    ['in centimetres', { label: 'Height', after: 'cm' }, 'height'],
    ['in inches', { label: 'Height', after: 'inches' }, '-'],
    ['in feet, by its label', { label: 'Height (ft)' }, '-'],
    ['in kilograms', { label: 'Weight (kg)' }, 'weight'],
    ['in pounds', { label: 'Weight', after: 'lbs' }, '-'],
  ])('%s', (_unit, field, datum) => {
    expect(read([field])).toEqual([datum]);
  });
});
