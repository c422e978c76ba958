import { describe, expect, it } from 'vitest';
import { describeClaim } from './describe-claim.ts';

describe('describeClaim', () => {
  it('names a claim by the vocabulary', () => {
    expect(describeClaim(['address', 'postal_code'], '1234567890')).toEqual({
      datum: 'postal-code',
      label: { fa: 'کد پستی', en: 'Postcode' },
      value: '1234567890',
    });
  });

  it('names a claim that the vocabulary lacks by its path', () => {
    expect(describeClaim(['licence', 0, 'class'], 2)).toEqual({
      datum: null,
      label: { fa: 'licence › 0 › class', en: 'licence › 0 › class' },
      value: '2',
    });
  });
});
