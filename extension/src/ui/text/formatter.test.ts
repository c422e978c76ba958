import { describe, expect, it } from 'vitest';
import { createFormatter } from './formatter.ts';

const at = new Date(2026, 10, 23, 16, 57).getTime();

describe('a moment in words', () => {
  it('is Jalali, day first, with a Persian comma in Persian', () => {
    expect(createFormatter('fa-IR-u-ca-persian').time(at)).toBe('۲ آذر ۱۴۰۵، ۱۶:۵۷');
  });

  it('has a comma of its own in English', () => {
    expect(createFormatter('en-GB').time(at)).toBe('23 November 2026, 16:57');
  });
});
