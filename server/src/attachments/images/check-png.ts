import { crc32 } from 'node:zlib';
import { type FileCheck, refuseType } from '../file-check.ts';
import { createPartReader, type NextPart } from './part-reader.ts';
import { checkPictureSize } from './picture-size.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerLength = 13;

/**
 * A PNG: its signature, chunks whose checksums hold, IHDR first with a size that can be opened, a picture, and nothing
 * behind IEND. @see PNG (Third Edition), section 5
 */
export function createPngCheck(): FileCheck {
  let [hasHeader, hasPicture, isOver] = [false, false, false];
  const chunk: NextPart = {
    read: 8,
    next: (head) => {
      const [length, name] = [head.readUInt32BE(0), head.toString('latin1', 4)];
      if (!/^[A-Za-z]{4}$/.test(name) || length > 0x7fffffff) throw refuseType('chunk');
      if (hasHeader === (name === 'IHDR')) throw refuseType('header');
      hasPicture ||= name === 'IDAT';
      return name === 'IHDR' ? readHeader(head, length) : passChunk(head, length, name === 'IEND');
    },
  };
  const over: NextPart = {
    read: 1,
    next: () => {
      throw refuseType('trailing_data');
    },
  };
  const readHeader = (head: Buffer, length: number): NextPart => {
    if (length !== headerLength) throw refuseType('header');
    return {
      read: length,
      next: (data) => {
        checkPictureSize(data.readUInt32BE(0), data.readUInt32BE(4));
        hasHeader = true;
        return readChecksum(crc32(data, crc32(head.subarray(4))), chunk);
      },
    };
  };
  const passChunk = (head: Buffer, length: number, isEnd: boolean): NextPart => {
    let sum = crc32(head.subarray(4));
    const finish = (): NextPart => {
      isOver = isEnd;
      return readChecksum(sum, isEnd ? over : chunk);
    };
    if (length === 0) return finish();
    const see = (bytes: Uint8Array): void => {
      sum = crc32(bytes, sum);
    };
    return { skip: length, see, next: finish };
  };
  const reader = createPartReader({
    read: signature.length,
    next: (bytes) => {
      if (!bytes.equals(signature)) throw refuseType('signature');
      return chunk;
    },
  });
  return {
    push: reader.push,
    end: () => {
      if (!isOver || !hasPicture || !reader.isBetweenParts()) throw refuseType('incomplete');
    },
  };
}

function readChecksum(expected: number, next: NextPart): NextPart {
  return {
    read: 4,
    next: (bytes) => {
      if (bytes.readUInt32BE(0) !== expected) throw refuseType('checksum');
      return next;
    },
  };
}
