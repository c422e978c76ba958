import { describe, expect, it } from 'vitest';
import { type Cbor, CborTag, cborLimits, embedCbor, joinCbor, makeCborMap, readCbor, writeCbor } from './index.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const refused = (what: string) => expect.objectContaining({ code: 'malformed_request', facts: { what } });

describe('CBOR', () => {
  // RFC 8949, appendix A: the examples of what is spoken here.
  it.each<[string, Cbor]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['20', -1],
    ['3863', -100],
    ['3903e7', -1000],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['40', hex('')],
    ['4401020304', hex('01020304')],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62c3bc', '\u00fc'],
    ['64f0908591', '\ud800\udd51'],
    ['80', []],
    ['83010203', [1, 2, 3]],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a0', new Map()],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
    ['a26161016162820203', makeCborMap({ a: 1, b: [2, 3] })],
    ['c074323031332d30332d32315432303a30343a30305a', new CborTag(0, '2013-03-21T20:04:00Z')],
    ['d818456449455446', new CborTag(24, hex('6449455446'))],
  ])('%s is read and written', (text, value) => {
    expect(readCbor(hex(text))).toEqual(value);
    expect(Buffer.from(writeCbor(value)).toString('hex')).toBe(text);
  });

  it('holds an array of 25, and bytes beyond 255 and 65,535', () => {
    const values = [Array.from({ length: 25 }, (_none, at) => at), new Uint8Array(300), 'x'.repeat(65_000)];
    for (const value of values) expect(readCbor(writeCbor(value))).toEqual(value);
    expect(Buffer.from(writeCbor(new Uint8Array(70_000)).subarray(0, 5)).toString('hex')).toBe('5a00011170');
  });

  it('embeds what it wrote', () => {
    expect(Buffer.from(embedCbor(writeCbor('IETF'))).toString('hex')).toBe('d818456449455446');
  });

  it.each([0, 3, 24])('joins %i items that were written to an array of them', (count) => {
    const items = Array.from({ length: count }, (_none, at) => [at, `۱${at}`]);
    expect(joinCbor(items.map(writeCbor))).toEqual(writeCbor(items));
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('writes no %s', (value) => {
    expect(() => writeCbor(value)).toThrow(RangeError);
  });

  it.each([
    ['nothing', '', 'cbor_length'],
    ['its end missing', '6449455446'.slice(0, -2), 'cbor_length'],
    ['something behind it', '0000', 'cbor_trailing_bytes'],
    ['an integer longer than it need be', '1817', 'cbor_integer'],
    ['a length longer than it need be', '590001ff', 'cbor_integer'],
    ['a count longer than it need be', '9a0000ffff', 'cbor_integer'],
    ['an integer that a double does not hold', '1bffffffffffffffff', 'cbor_integer'],
    ['reserved lengths', '1c', 'cbor_length'],
    ['C8: an indefinite byte string', '5f42010243030405ff', 'cbor_length'],
    ['C8: an indefinite text', '7f657374726561646d696e67ff', 'cbor_length'],
    ['C8: an indefinite array', '9fff', 'cbor_length'],
    ['C8: an indefinite map', 'bf61610161629f0203ffff', 'cbor_length'],
    ['a break alone', 'ff', 'cbor_simple'],
    ['C8: a key twice', 'a201020103', 'cbor_map_key'],
    ['C8: a name twice', 'a2616101616102', 'cbor_map_key'],
    ['a key that is a list', 'a18001', 'cbor_map_key'],
    ['a float', 'fb3ff199999999999a', 'cbor_simple'],
    ['undefined', 'f7', 'cbor_simple'],
    ['a simple value', 'f8ff', 'cbor_simple'],
    ['text that is no UTF-8', '62c328', 'utf-8'],
    ['text with half a pair', '63eda080', 'utf-8'],
    ['a list of four thousand million in five bytes', '9affffffff', 'cbor_length'],
    ['a map of more than can follow', 'b900ff00', 'cbor_integer'],
    ['a map of more than does follow', 'b8ff0001', 'cbor_length'],
    ['bytes of more than can follow', '5affffffff', 'cbor_length'],
  ])('is refused with %s', (_name, text, what) => {
    expect(() => readCbor(hex(text))).toThrow(refused(what));
  });

  it.each([
    ['lists', '81'],
    ['maps', 'a100'],
    ['tags', 'd818'],
  ])('C8: is refused when its %s nest deeper than 16, and is not followed further', (_name, level) => {
    const nested = (depth: number) => hex(`${level.repeat(depth)}00`);
    expect(readCbor(nested(cborLimits.depth))).toBeDefined();
    expect(() => readCbor(nested(cborLimits.depth + 1))).toThrow(refused('cbor_depth'));
  });

  it('C8: 200,000 levels are refused by their size alone', () => {
    expect(() => readCbor(new Uint8Array(200_000).fill(0x81))).toThrow(refused('cbor_size'));
  });

  it('C8: what is embedded is not opened, however often', () => {
    let bomb = writeCbor(0);
    for (let level = 0; level < 2000; level++) bomb = embedCbor(bomb);
    expect(readCbor(bomb)).toEqual(new CborTag(24, bomb.subarray(5)));
  });
});
