import { describe, expect, it } from 'vitest';
import { type Cbor, readCbor, writeCbor } from '../cbor/index.ts';
import type { Json } from '../encoding/index.ts';
import type { FieldId } from '../vocabulary/index.ts';
import { toJson } from './element-value.ts';
import { readElement, writeElement } from './index.ts';

const png = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64')}`;
const jpeg = `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, 0xff, 0xfb]).toString('base64')}`;

describe('an element of ISO 18013-5', () => {
  it.each<[FieldId, Json]>([
    ['given-name', 'سارا'],
    ['bday', '1985-09-27'],
    ['sex', 'female'],
    ['sex', 'male'],
    ['age-over-18', true],
    ['drivers-license-country', 'IR'],
    ['drivers-license-categories', 'B'],
    ['drivers-license-categories', 'A، B'],
    ['photo', png],
    ['photo', jpeg],
  ])('of %s is written and read back', (datum, value) => {
    expect(readElement(datum, toJson(readCbor(writeCbor(writeElement(datum, value)))))).toEqual(value);
  });

  it('has the form of the standard', () => {
    const hex = (value: Cbor) => Buffer.from(writeCbor(value)).toString('hex');
    expect(hex(writeElement('bday', '1985-09-27'))).toBe('d903ec6a313938352d30392d3237');
    expect(writeElement('sex', 'female')).toBe(2);
    expect(writeElement('sex', 'x')).toBe(0);
    expect(writeElement('photo', jpeg)).toEqual(Uint8Array.of(0xff, 0xd8, 0xff, 0xfb));
    expect(toJson(writeElement('drivers-license-categories', 'A, B'))).toEqual([
      { vehicle_category_code: 'A' },
      { vehicle_category_code: 'B' },
    ]);
  });

  it('that has no such form is not written, and is read as it is', () => {
    expect(() => writeElement('photo', 'https://example.org/a.jpg')).toThrow(expect.objectContaining({ code: 'mdoc_invalid' }));
    const pictureOf = (bytes: number) => `data:image/jpeg;base64,${Buffer.alloc(bytes, 1).toString('base64')}`;
    expect(writeElement('photo', pictureOf(10_240))).toHaveLength(10_240);
    expect(() => writeElement('photo', pictureOf(10_241))).toThrow(expect.objectContaining({ code: 'mdoc_invalid' }));
    expect(() => writeElement('bday', { a: 1 })).toThrow(expect.objectContaining({ code: 'mdoc_invalid' }));
    expect(readElement('sex', 9)).toBe(9);
    expect(readElement('drivers-license-categories', 'B')).toBe('B');
  });
});
