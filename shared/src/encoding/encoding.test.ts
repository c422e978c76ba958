import { describe, expect, it } from 'vitest';
import {
  canonicalizeJson,
  decodeBase64Url,
  decodeUtf8,
  encodeBase64Url,
  encodeCanonicalJson,
  encodeUtf8,
  joinBytes,
  measureUtf8,
  parseStrictJson,
  writeUtf8,
} from './index.ts';

const malformed = expect.objectContaining({ code: 'malformed_request' });

describe('UTF-8', () => {
  const samples = [
    '',
    'a',
    'é',
    'دریچه',
    '\u{1f600}',
    'a\ud800',
    '\u007f\u0080\u07ff\u0800',
    'دریچه '.repeat(30),
    '\u{1f600}'.repeat(40),
    'a\ud800\u{1f600}\udc00'.repeat(30),
  ];

  it.each(samples.flatMap((text) => [text, `${'x'.repeat(63)}${text}`, `${'x'.repeat(100)}${text}`]))(
    'writes %j as the platform does',
    (text) => {
      const whole = new TextEncoder().encode(text);
      expect(encodeUtf8(text)).toEqual(whole);
      expect(measureUtf8(text)).toBe(whole.length);
      const into = new Uint8Array(whole.length + 1);
      expect(writeUtf8(text, into)).toBe(whole.length);
      expect(into.subarray(0, whole.length)).toEqual(whole);
    },
  );
});

it('bytes are joined in their order, in an array of its own', () => {
  const whole = Uint8Array.of(9, 1, 2, 9);
  const joined = joinBytes(whole.subarray(1, 3), new Uint8Array(), Uint8Array.of(3));
  expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  expect(joinBytes().buffer.byteLength).toBe(0);
  whole.fill(0);
  expect(joined).toEqual(Uint8Array.of(1, 2, 3));
});

describe('base64url', () => {
  // RFC 4648, section 10, without the padding; the last two use the characters that base64url replaces.
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
    ['>>>', 'Pj4-'],
    ['???', 'Pz8_'],
  ])('takes %j there and back as %j', (text, encoded) => {
    expect(encodeBase64Url(encodeUtf8(text))).toBe(encoded);
    expect(decodeBase64Url(encoded)).toEqual(encodeUtf8(text));
  });

  it('takes bytes of every length there and back, as Node writes them', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_none, at) => (at * 151 + length * 89) & 255);
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes);
    }
  });

  it('refuses a byte that is no digit, wherever it stands', () => {
    for (let at = 0; at < 11; at++) {
      for (const foreign of ['=', '+', '/', '.', ' ', '\u0000', '\u0080', '۹']) {
        const text = `${'A'.repeat(at)}${foreign}${'A'.repeat(10 - at)}`;
        expect(() => decodeBase64Url(text)).toThrow(malformed);
        expect(() => decodeBase64Url(encodeUtf8(text))).toThrow(malformed);
      }
    }
  });

  it.each(['Zg==', 'Z', 'Zh', 'Zm9=', ' Zm8', 'Zm8\n', 'Zm+v', 'Zm/v', 'Zm۹v'])('refuses %j, which is not canonical', (text) => {
    expect(() => decodeBase64Url(text)).toThrow(malformed);
  });
});

describe('strict JSON', () => {
  it('reads what JSON.parse reads', () => {
    const text = '{"a":[1,{"b":"\\"x\\\\"},null], "c" : true}';
    expect(parseStrictJson(encodeUtf8(text))).toEqual(JSON.parse(text));
  });

  it.each([
    ['colons and quotes within texts', '{"a":"\\":\\"","b":["x:","\\\\"]}'],
    ['a pair of surrogates by escapes', '{"\\ud83d\\ude00":"\\ud83d\\ude00"}'],
    ['nesting of 32', `${'['.repeat(32)}${']'.repeat(32)}`],
    ['a text alone', '"a"'],
  ])('reads %s', (_what, text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it('lets the same name stand in two objects', () => {
    expect(parseStrictJson('[{"a":"a"},{"a":["a","a"]}]')).toEqual([{ a: 'a' }, { a: ['a', 'a'] }]);
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, once escaped', '{"a":1, "\\u0061":2}'],
    ['a name twice, with more names in the first', '{"a":{"b":1,"c":2},"a":{"b":1}}'],
    ['a name twice, spaces before the colon', '{"a"\n :1,"a"\t:2}'],
    ['a name twice that ends in a backslash', '{"\\\\":1,"\\\\":2}'],
    ['__proto__', '{"__proto__":{}}'],
    ['__proto__ by escapes', '{"\\u005f_proto__":{}}'],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['a lone surrogate in a name', '{"\\udc00":1}'],
    ['nesting past 32', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['a trailing comma', '[1,]'],
    ['a byte order mark', '\ufeff{}'],
  ])('refuses %s', (_what, text) => {
    expect(() => parseStrictJson(text)).toThrow(malformed);
    expect(() => parseStrictJson(encodeUtf8(text))).toThrow(malformed);
  });

  it('refuses invalid UTF-8', () => {
    expect(() => parseStrictJson(new Uint8Array([0x22, 0xff, 0x22]))).toThrow(malformed);
  });

  it('C15: looks at the nesting of a long document before it builds anything: one without an end is refused for its depth', () => {
    const refusedFor = (what: string) => expect.objectContaining({ code: 'malformed_request', facts: { what } });
    for (const opening of ['[', '{"a":', ' \n["a",{"b":']) {
      expect(() => parseStrictJson(opening.repeat(1_100_000))).toThrow(refusedFor('json-depth'));
      expect(() => parseStrictJson(opening.repeat(40))).toThrow(refusedFor('json'));
    }
  });

  it('takes brackets in the texts of a long document for what they are', () => {
    const value = { a: ['[{"\\'.repeat(300_000), ']', '\\"['], ['"[']: { b: '{' } };
    expect(parseStrictJson(JSON.stringify(value))).toEqual(value);
    const side = JSON.stringify(Array.from({ length: 600_000 }, () => []));
    expect(parseStrictJson(side)).toHaveLength(600_000);
  });
});

describe('canonical JSON', () => {
  it('sorts names by code unit and writes no space', () => {
    expect(canonicalizeJson({ b: [1, 1e21, 'é\n'], a: { z: null, Z: false } })).toBe('{"a":{"Z":false,"z":null},"b":[1,1e+21,"é\\n"]}');
  });

  it('sorts names that are numbers as the texts that they are', () => {
    expect(canonicalizeJson({ 9: 1, 10: 2, a: { 2: 0, 1: 0, 11: 0 } })).toBe('{"10":2,"9":1,"a":{"1":0,"11":0,"2":0}}');
  });

  it('says what JSON says of what is no JSON: nothing of members, null in lists', () => {
    const value = { b: undefined, a: [undefined, Number.NaN], d: new Date(0), c: () => 1 };
    expect(decodeUtf8(encodeCanonicalJson(value))).toBe('{"a":[null,null],"d":"1970-01-01T00:00:00.000Z"}');
    expect(JSON.parse(decodeUtf8(encodeCanonicalJson(value)))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  it('takes a member named toJSON for a member', () => {
    expect(canonicalizeJson({ toJSON: 'x', a: { toJSON: null } })).toBe('{"a":{"toJSON":null},"toJSON":"x"}');
  });

  it('is the same for what was read from it', () => {
    const text = canonicalizeJson({ name: 'نگار', list: [{ b: 1, a: -0 }, [], {}], '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3 });
    expect(canonicalizeJson(parseStrictJson(text))).toBe(text);
  });

  const nest = (depth: number): object => (depth === 1 ? [] : [nest(depth - 1)]);

  it.each([
    ['a lone surrogate', { a: '\ud800' }],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['__proto__ as a name', JSON.parse('{"__proto__":1}')],
    ['nesting past 32', nest(33)],
  ])('is of nothing with %s', (_what, value) => {
    expect(() => encodeCanonicalJson(value)).toThrow(malformed);
  });

  it('goes 32 deep', () => {
    expect(encodeCanonicalJson(nest(32))).toHaveLength(64);
  });
});
