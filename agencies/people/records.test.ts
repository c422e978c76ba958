import { getDocumentType, getField, isFieldId, listDocumentClaims, normalizeAnswer } from '@daricheh/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { generatePeople, getLetterPerson } from '../people.ts';
import { listRecords } from './records.ts';

const all = generatePeople({ seed: 11, count: 120 }).flatMap((person) => listRecords(person));
const typesOf = (id: string) => listRecords(getLetterPerson(id)).map(({ type }) => type);

describe('the records of people', () => {
  it('are the same each time', () => {
    const again = generatePeople({ seed: 11, count: 120 }).flatMap((person) => listRecords(person));
    expect(again).toEqual(all);
  });

  it('state only claims of their document, in the normal form of each', () => {
    for (const { type, data } of all) {
      const known: readonly string[] = listDocumentClaims(type).map(({ datum }) => datum);
      expect(Object.keys(data).filter((datum) => !known.includes(datum))).toEqual([]);
      for (const [datum, value] of Object.entries(data)) {
        if (!isFieldId(datum) || typeof value !== 'string') continue;
        const { kind, choices } = getField(datum);
        if (choices) expect(Object.keys(choices)).toContain(value);
        else if (kind !== 'address') expect(normalizeAnswer(kind, value)).toEqual({ value });
      }
    }
  });

  it('have what their document is never without, but for the holder', () => {
    for (const { type, data } of all) {
      const missing = getDocumentType(type).required.filter((datum) => datum !== 'national-id' && data[datum] === undefined);
      expect(missing).toEqual([]);
    }
  });

  it('let a parent act for a child until the day before it is grown up', () => {
    const [mandate] = listRecords(getLetterPerson('momeneh-agahi')).filter(({ type }) => type === 'mandate');
    expect(mandate?.data).toMatchObject({
      ...{ 'mandate-relation': 'parent', 'principal-given-name': 'رها', 'principal-bday': '2017-05-14' },
      ...{ 'mandate-since': '2017-05-14', 'mandate-until': '2035-05-13' },
    });
  });

  it('have keys of their own', () => {
    const keys = all.map(({ type, key }) => `${type} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('include the hard ones: two vehicles, two roles, no licence, next to nothing', () => {
    expect(typesOf('sara-rezaei').filter((type) => type === 'vehicle-registration')).toHaveLength(2);
    expect(typesOf('momeneh-agahi').filter((type) => type === 'company-role')).toHaveLength(2);
    expect(typesOf('anna-mueller')).not.toContain('driving-licence');
    expect(typesOf('momeneh-agahi')).toContain('mandate');
    expect(typesOf('golbakht')).toEqual(['residence']);
  });
});
