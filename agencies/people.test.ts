import { inflateSync } from 'node:zlib';
import { listDocumentClaims } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { nationalIdCheckDigit } from './people/numbers.ts';
import { isOver18 } from './people/person.ts';
import { generatePeople, getLetterPerson, listChildren, listLetterPeople } from './people.ts';

const people = generatePeople({ seed: 7, count: 200 });

describe('the generator of people', () => {
  it('draws the same people from the same seed and others from another', () => {
    expect(generatePeople({ seed: 7, count: 30 })).toEqual(people.slice(0, 30));
    expect(generatePeople({ seed: 8, count: 30 }).at(-1)).not.toEqual(people[29]);
  });

  it('says of every record that it is fictitious', () => {
    expect(people).toHaveLength(200);
    expect(people.every((person) => person.fictitious && person.claims.fictitious)).toBe(true);
  });

  it('gives each person another national id, under 999 and with the right check digit', () => {
    const ids = people.map((person) => person.claims.national_id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^999\d{7}$/);
    expect(ids.every((id) => nationalIdCheckDigit(id.slice(0, 9)) === id.slice(9))).toBe(true);
  });

  // By hand: 210 mod 11 = 1, kept; 486 mod 11 = 2, taken from 11; 0 mod 11 = 0, kept.
  it.each([
    ['123456789', '1'],
    ['999999999', '9'],
    ['000000000', '0'],
  ])('computes the check digit of %s as %s', (stem, digit) => {
    expect(nationalIdCheckDigit(stem)).toBe(digit);
  });

  it('gives IBANs whose check digits are right', () => {
    for (const { declared } of people) {
      expect(declared.iban).toMatch(/^IR\d{24}$/);
      expect(BigInt(`${declared.iban.slice(4)}1827${declared.iban.slice(2, 4)}`) % 97n).toBe(1n);
    }
  });

  it('uses claim names of the vocabulary alone', () => {
    const paths = listDocumentClaims('identity').map(({ path }) => path.join('.'));
    const known = new Set([...paths, 'address', 'place_of_birth', 'fictitious']);
    for (const { claims } of people) {
      const names = Object.keys(claims).concat(
        Object.keys(claims.address).map((name) => `address.${name}`),
        Object.keys(claims.place_of_birth).map((name) => `place_of_birth.${name}`),
      );
      expect(names.filter((name) => !known.has(name))).toEqual([]);
    }
  });

  it('draws portraits that are whole PNG pictures of at most 10 KiB', () => {
    for (const { claims } of people.slice(0, 20)) {
      expect(claims.portrait.length).toBeLessThan(10 * 1024);
      const png = Buffer.from(claims.portrait.slice('data:image/png;base64,'.length), 'base64');
      const length = png.readUInt32BE(33);
      expect(png.toString('latin1', 37, 41)).toBe('IDAT');
      expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength((96 * 3 + 1) * 120);
    }
  });
});

describe('the hard ones', () => {
  it('are among the six with letters', () => {
    const claims = listLetterPeople().map((person) => person.claims);
    expect(claims).toHaveLength(6);
    expect(claims.filter((one) => one.family_name === undefined)).toHaveLength(1);
    expect(claims.filter((one) => one.father_name === undefined)).toHaveLength(1);
    expect(claims.filter((one) => one.nationality !== 'IR')).toHaveLength(2);
    expect(claims.some((one) => /[ؤئء]/.test(one.given_name ?? '') && one.given_name?.includes('\u200c'))).toBe(true);
    expect(claims.some((one) => /[۰-۹]\/[۰-۹]/.test(one.address.street_address))).toBe(true);
    expect(claims.map((one) => toJalali(one.birthdate))).toContain('1375-12-30');
  });

  it('include 29 February', () => {
    expect(people.map((person) => person.claims.birthdate)).toContain('1996-02-29');
  });

  it('keep their activation codes', () => {
    expect(new Set(listLetterPeople().map((person) => person.activationCode)).size).toBe(6);
    expect(getLetterPerson('sara-rezaei').activationCode).toMatch(/^[A-Z34679]{4}-[A-Z34679]{4}$/);
    expect(() => getLetterPerson('nobody')).toThrow(RangeError);
  });
});

describe('the children', () => {
  const parents = listLetterPeople().filter((person) => listChildren(person).length > 0);

  it('are minors with a national id of their own, and get no letter', () => {
    const children = parents.flatMap((person) => listChildren(person));
    expect(children.map(({ id, claims }) => [id, claims.age_over_18])).toEqual([['raha-tavakkoli', false]]);
    for (const { claims } of children) {
      expect(nationalIdCheckDigit(claims.national_id.slice(0, 9))).toBe(claims.national_id.slice(9));
      expect(people.map((person) => person.claims.national_id)).not.toContain(claims.national_id);
    }
  });

  it('are theirs alone', () => {
    expect(parents.map(({ id }) => id)).toEqual(['momeneh-agahi']);
  });
});

describe('being 18', () => {
  it.each([
    ['2008-11-23', '2026-11-22T23:59:59Z', false],
    ['2008-11-23', '2026-11-23T00:00:00Z', true],
    ['2008-02-29', '2026-02-28T23:59:59Z', false],
    ['2008-02-29', '2026-03-01T00:00:00Z', true],
  ])('of %s at %s is %s', (birthdate, at, expected) => {
    expect(isOver18(birthdate, new Date(at))).toBe(expected);
  });
});

function toJalali(iso: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-persian', {
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
