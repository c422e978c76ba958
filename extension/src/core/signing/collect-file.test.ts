import { encodeBase64Url } from '@daricheh/shared/encoding';
import { randomBytes } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { pieceBytes } from '../consent/page-file.ts';
import { collectFile } from './collect-file.ts';

const file = randomBytes(pieceBytes + 10);
const read = async (from: number, length: number) => encodeBase64Url(file.subarray(from, from + length));

describe('a file that comes in pieces', () => {
  it('is put together, and no piece is longer than a message may be', async () => {
    const asked: number[] = [];
    const bytes = await collectFile(file.length, (from, length) => {
      asked.push(length);
      return read(from, length);
    });
    expect([bytes, asked]).toEqual([file, [pieceBytes, 10]]);
  });

  it('E6: is refused when it ends before its time', async () => {
    await expect(collectFile(file.length + 1, read)).rejects.toMatchObject({ code: 'form_changed' });
  });
});
