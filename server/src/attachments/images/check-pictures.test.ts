import { describe, expect, it } from 'vitest';
import { checkFile } from '../testing/check-file.ts';
import { makeChunk, makeJpeg, makePng } from '../testing/make-picture.ts';

const refused = (problem: string): string => `attachment_type_refused ${problem}`;
const [sound, other] = [makePng(), Buffer.from('x')];
const flip = (bytes: Buffer, at: number): Buffer => {
  const flipped = Buffer.from(bytes);
  const place = at < 0 ? bytes.length + at : at;
  flipped[place] = (bytes[place] ?? 0) ^ 1;
  return flipped;
};

describe('a PNG', () => {
  it('is taken, in chunks of any size, with what it says besides', () => {
    for (const size of [1, 5, 65_536])
      expect(checkFile('image/png', makePng({ before: [makeChunk('tEXt', other)] }), size)).toBe('accepted');
  });

  it.each([
    ['other first bytes', makeJpeg(), 'signature'],
    ['a picture that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'signature'],
    ['more points than can be opened', makePng({ width: 20_000, height: 20_000, points: false }), 'too_many_points'],
    ['a side longer than any', makePng({ width: 40_000, height: 1, points: false }), 'too_many_points'],
    ['no points', makePng({ width: 0, points: false }), 'no_points'],
    ['something behind it', Buffer.concat([sound, other]), 'trailing_data'],
    ['an archive behind it', Buffer.concat([sound, Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), 'trailing_data'],
    ['an archive within it', makePng({ before: [makeChunk('tEXt', Buffer.from('PK\u0005\u0006'))] }), 'archive'],
    ['no end', sound.subarray(0, -12), 'incomplete'],
    ['a damaged chunk', flip(sound, -14), 'checksum'],
    ['a damaged size', flip(sound, 19), 'checksum'],
    ['two headers', makePng({ before: [makeChunk('IHDR', Buffer.alloc(13))] }), 'header'],
    ['a chunk of no name', makePng({ before: [makeChunk('a b!', other)] }), 'chunk'],
  ])('E8: is refused with %s', (_what, bytes, problem) => {
    expect(checkFile('image/png', bytes)).toBe(refused(problem));
  });

  it('E8: is refused without a picture, or with one before its size', () => {
    const signature = sound.subarray(0, 8);
    const header = sound.subarray(8, 33);
    expect(checkFile('image/png', Buffer.concat([signature, header, makeChunk('IEND', Buffer.alloc(0))]))).toBe(refused('incomplete'));
    expect(checkFile('image/png', Buffer.concat([signature, makeChunk('IDAT', other)]))).toBe(refused('header'));
  });
});

describe('a JPEG', () => {
  it('is taken, in chunks of any size, with restarts and several scans', () => {
    const scan = Buffer.from([1, 0xff, 0xd0, 2, 0xff, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 3]);
    for (const size of [1, 5, 65_536]) expect(checkFile('image/jpeg', makeJpeg({ scan, comment: 'hello' }), size)).toBe('accepted');
  });

  it.each([
    ['other first bytes', sound, 'signature'],
    ['more points than can be opened', makeJpeg({ width: 20_000, height: 20_000 }), 'too_many_points'],
    ['no lines', makeJpeg({ height: 0 }), 'no_points'],
    ['something behind it', Buffer.concat([makeJpeg(), other]), 'trailing_data'],
    ['another picture behind it', Buffer.concat([makeJpeg(), makeJpeg()]), 'trailing_data'],
    ['an archive within it', makeJpeg({ comment: 'PK\u0005\u0006' }), 'archive'],
    ['no end', makeJpeg().subarray(0, -2), 'incomplete'],
    ['a second beginning', makeJpeg({ scan: Buffer.from([0xff, 0xd8]) }), 'marker'],
    ['what is no segment', Buffer.from([0xff, 0xd8, 0x00, 0x01]), 'marker'],
    ['a segment of no length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'segment'],
    ['no frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'incomplete'],
  ])('E8: is refused with %s', (_what, bytes, problem) => {
    expect(checkFile('image/jpeg', bytes)).toBe(refused(problem));
  });
});
