import { describe, expect, it } from 'vitest';
import { describeClaim } from './describe-claim.ts';

describe('describeClaim', () => {
  it('names a claim by the vocabulary', () => {
    expect(describeClaim('urn:daricheh:identity:1', ['address', 'postal_code'], '1234567890')).toEqual({
      datum: 'postal-code',
      label: { fa: 'کد پستی', en: 'Postcode' },
      value: '1234567890',
    });
  });

  it('knows that two documents may mean different things by one name', () => {
    const nameOf = (vct: string) => describeClaim(vct, ['registration_date'], '2020-01-01').datum;
    expect([nameOf('urn:daricheh:vehicle-registration:1'), nameOf('urn:daricheh:tax-number:1'), nameOf('urn:example:other')]).toEqual([
      'vehicle-registration-date',
      'tax-registration-date',
      null,
    ]);
  });

  it('names a claim that the vocabulary lacks by its path', () => {
    expect(describeClaim('urn:daricheh:identity:1', ['licence', 0, 'class'], 2)).toEqual({
      datum: null,
      label: { fa: 'licence › 0 › class', en: 'licence › 0 › class' },
      value: '2',
    });
  });
});
