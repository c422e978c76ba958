import { describe, expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { type FieldDraft, makePage } from '../testing/page.ts';

function read(fields: readonly FieldDraft[]): string[] {
  return classifyPage(makePage(fields)).map(({ verdict }) => (verdict.kind === 'datum' ? verdict.datum : '-'));
}

describe('a second address', () => {
  it('is the second line of the first, but where it says that it is the present one', () => {
    expect(read([{ label: 'Address' }, { label: 'Address' }])).toEqual(['street-address', 'address-line2']);
    expect(read([{ label: 'Permanent address' }, { label: 'Current address' }])[1]).toBe('street-address');
    expect(read([{ label: 'نشانی اصلی' }, { label: 'نشانی فعلی' }])[1]).toBe('street-address');
  });
});

describe('where somebody lived before', () => {
  it('is told from where they live, with the town and the postcode that follow it', () => {
    expect(
      read([
        { label: 'Address' },
        { label: 'Postcode' },
        { label: 'Previous address' },
        { label: 'Postcode' },
        { label: 'Town or city' },
        { label: 'Email' },
        { label: 'Postcode' },
      ]),
    ).toEqual(['street-address', 'postal-code', 'previous-address', '-', '-', 'email', 'postal-code']);
  });

  it('ends where another address begins', () => {
    expect(read([{ label: 'نشانی قبلی' }, { label: 'کد پستی' }, { label: 'نشانی' }, { label: 'کد پستی' }])).toEqual([
      'previous-address',
      '-',
      'street-address',
      'postal-code',
    ]);
  });
});
