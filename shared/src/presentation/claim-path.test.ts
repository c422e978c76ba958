import { describe, expect, it } from 'vitest';
import { isSamePath, pickClaims, selectClaims } from './claim-path.ts';

// The example of OpenID4VP 1.0, section 7.3.
const claims = {
  name: 'Arthur Dent',
  address: { street_address: '42 Market Street', locality: 'Milliways', postal_code: '12345' },
  degrees: [
    { type: 'Bachelor of Science', university: 'University of Betelgeuse' },
    { type: 'Master of Science', university: 'University of Betelgeuse' },
  ],
  nationalities: ['British', 'Betelgeusian'],
  mixed: [{ type: 'Bachelor of Science' }, 'Master of Science'],
};

describe('a claims path', () => {
  it.each([
    [['name'], ['Arthur Dent']],
    [['address'], [claims.address]],
    [['address', 'street_address'], ['42 Market Street']],
    [
      ['degrees', null, 'type'],
      ['Bachelor of Science', 'Master of Science'],
    ],
    [['nationalities', 1], ['Betelgeusian']],
  ])('%j leads to what the standard says', (path, values) => {
    expect(selectClaims(claims, path).map((claim) => claim.value)).toEqual(values);
  });

  it.each([
    ['a member that is not there', ['email']],
    ['a member of a text', ['name', 'length']],
    ['a member by an inherited name', ['constructor']],
    ['a member of an array', ['nationalities', '0']],
    ['an element of an object', ['address', 0]],
    ['elements of an object', ['address', null]],
    ['an element past the end', ['nationalities', 2]],
    ['a member of all elements, of which one is a text', ['mixed', null, 'type']],
  ])('leads nowhere for %s', (_what, path) => {
    expect(selectClaims(claims, path)).toEqual([]);
  });

  it('says where each claim stands', () => {
    expect(selectClaims(claims, ['degrees', null, 'type']).map((claim) => claim.path)).toEqual([
      ['degrees', 0, 'type'],
      ['degrees', 1, 'type'],
    ]);
  });

  it('picks what it leads to and nothing beside it', () => {
    const paths = [['name'], ['address', 'locality'], ['degrees', null, 'type'], ['nationalities', 1], ['email']];
    expect(pickClaims(claims, paths)).toEqual({
      name: 'Arthur Dent',
      address: { locality: 'Milliways' },
      degrees: [{ type: 'Bachelor of Science' }, { type: 'Master of Science' }],
      nationalities: ['Betelgeusian'],
    });
  });

  it('picks an object whole when one path names it and another goes deeper', () => {
    expect(pickClaims(claims, [['address', 'locality'], ['address']])).toEqual({ address: claims.address });
  });

  it('is the same only part by part', () => {
    const answers = [
      isSamePath(['a', 1], ['a', 1]),
      isSamePath(['a', 1], ['a', '1']),
      isSamePath(['a'], ['a', null]),
      isSamePath(['a', null], ['a', null]),
    ];
    expect(answers).toEqual([true, false, false, true]);
  });
});
