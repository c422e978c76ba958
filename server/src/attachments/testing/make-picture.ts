import { crc32, deflateSync } from 'node:zlib';

/** A grey PNG of that size; of a size that is only claimed when `points` is false. */
export function makePng({ width = 2, height = 2, points = true, before = [] as readonly Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(points ? (width + 1) * height : 0));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[makeChunk('IHDR', header), ...before, makeChunk('IDAT', rows), makeChunk('IEND', Buffer.alloc(0))],
  ]);
}

export function makeChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A JPEG by its structure, with a scan that holds `scan`. */
export function makeJpeg({ width = 16, height = 16, scan = Buffer.from([0x12, 0xff, 0x00, 0x34]), comment = '' } = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    makeSegment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...(comment === '' ? [] : [makeSegment(0xfe, Buffer.from(comment, 'latin1'))]),
    ...[makeSegment(0xc0, frame), makeSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), scan, Buffer.from([0xff, 0xd9])],
  ]);
}

function makeSegment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}
