import { decodeBase64Url } from '@daricheh/shared/encoding';
import { expect, it } from 'vitest';
import { makeRecordId } from './make-record-id.ts';
import { randomBytes } from './node-crypto.ts';

const noon = new Date('2026-11-23T12:00:00.123Z');

it('ids of one time begin alike, and are never the same', () => {
  const ids = Array.from({ length: 1000 }, () => makeRecordId(randomBytes, noon));
  expect(new Set(ids).size).toBe(1000);
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(1);
});

it('an id is sixteen bytes: the time in milliseconds, and ten that are random', () => {
  const drawn: number[] = [];
  const id = makeRecordId((length) => {
    drawn.push(length);
    return new Uint8Array(length).fill(0xab);
  }, noon);
  const bytes = Buffer.from(decodeBase64Url(id));
  expect(drawn).toEqual([10]);
  expect(bytes.readUIntBE(0, 6)).toBe(noon.getTime());
  expect(bytes.subarray(6).toString('hex')).toBe('ab'.repeat(10));
});
