import { type FileCheck, refuseType } from '../file-check.ts';
import { createPartReader, type NextPart } from './part-reader.ts';
import { checkPictureSize } from './picture-size.ts';

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];
/** C0 to CF begin a frame, but for the tables of Huffman codes and arithmetic conditioning, and one that is reserved. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker);
/** TEM and RST0 to RST7 stand alone. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG: segments from its first bytes on, a frame of a size that can be opened, a scan, and nothing behind the end of the
 * image. @see ITU-T T.81, annex B
 */
export function createJpegCheck(): FileCheck {
  let [hasFrame, hasScan, isOver] = [false, false, false];
  const over: NextPart = {
    read: 1,
    next: () => {
      throw refuseType('trailing_data');
    },
  };
  const code: NextPart = { read: 1, next: (byte) => readMarker(byte[0] ?? 0) };
  const marker: NextPart = {
    read: 1,
    next: (byte) => {
      if (byte[0] !== 0xff) throw refuseType('marker');
      return code;
    },
  };
  const scan: NextPart = { pass: 0xff, next: () => inScan };
  /** Within a scan FF is data when 00 follows it. */
  const inScan: NextPart = {
    read: 1,
    next: (byte) => (byte[0] === 0 || isAlone(byte[0] ?? 0) ? scan : byte[0] === 0xff ? inScan : readMarker(byte[0] ?? 0)),
  };
  const readMarker = (found: number): NextPart => {
    // Any number of FF may stand before a marker.
    if (found === 0xff) return code;
    if (isAlone(found)) return marker;
    if (found === endOfImage) {
      isOver = true;
      return over;
    }
    if (found === 0 || found === startOfImage) throw refuseType('marker');
    return { read: 2, next: (length) => readSegment(found, length.readUInt16BE(0) - 2) };
  };
  const readSegment = (found: number, length: number): NextPart => {
    if (length < 0) throw refuseType('segment');
    const next = found === startOfScan ? scan : marker;
    hasScan ||= found === startOfScan;
    if (!isFrame(found)) return length === 0 ? next : { skip: length, next: () => next };
    if (length < 6) throw refuseType('frame');
    return {
      read: length,
      next: (frame) => {
        checkPictureSize(frame.readUInt16BE(3), frame.readUInt16BE(1));
        hasFrame = true;
        return next;
      },
    };
  };
  const reader = createPartReader({
    read: 2,
    next: (start) => {
      if (start.readUInt16BE(0) !== (0xff00 | startOfImage)) throw refuseType('signature');
      return marker;
    },
  });
  return {
    push: reader.push,
    end: () => {
      if (!isOver || !hasFrame || !hasScan || !reader.isBetweenParts()) throw refuseType('incomplete');
    },
  };
}
