import type { Bytes } from '../credential/crypto-ports.ts';
import { decodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type Cbor, type CborMap, CborTag, majors } from './cbor.ts';

/** Most bytes of one document, and how deep it may nest. */
export const cborLimits = { bytes: 65_536, depth: 16 } as const;

/**
 * The value of the one CBOR item that fills `bytes`. Strict, so that no two readers can disagree on what it says: every
 * length is stated and in its shortest form, a key stands once, text is UTF-8, nothing follows the item. Linear in the
 * bytes: what is embedded (tag 24) stays bytes, and a count that the rest cannot hold is refused before it is believed.
 * Byte strings are views on `bytes`, not copies.
 * @throws AppError `malformed_request`
 * @see RFC 8949, sections 3, 4.1 and 5.3
 */
export function readCbor(bytes: Bytes): Cbor {
  if (bytes.length > cborLimits.bytes) throw malformed('size');
  const reader = new CborReader(bytes);
  const value = reader.readItem(0);
  reader.finish();
  return value;
}

class CborReader {
  private at = 0;
  private readonly bytes: Bytes;

  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }

  readItem(depth: number): Cbor {
    if (depth > cborLimits.depth) throw malformed('depth');
    const first = this.readByte();
    const major = first >> 5;
    if (major === majors.simple) return readSimple(first & 31);
    const argument = this.readArgument(first & 31);
    switch (major) {
      case majors.unsigned:
        return argument;
      case majors.negative:
        return -1 - argument;
      case majors.bytes:
        return this.readBytes(argument);
      case majors.text:
        return this.readText(argument);
      case majors.array:
        return this.readArray(argument, depth + 1);
      case majors.map:
        return this.readMap(argument, depth + 1);
      default:
        return new CborTag(argument, this.readItem(depth + 1));
    }
  }

  finish(): void {
    if (this.at !== this.bytes.length) throw malformed('trailing_bytes');
  }

  private readArray(length: number, depth: number): readonly Cbor[] {
    if (length > this.bytes.length - this.at) throw malformed('length');
    const items: Cbor[] = [];
    for (let left = length; left > 0; left--) items.push(this.readItem(depth));
    return items;
  }

  private readMap(size: number, depth: number): CborMap {
    if (size * 2 > this.bytes.length - this.at) throw malformed('length');
    const members = new Map<number | string, Cbor>();
    for (let left = size; left > 0; left--) {
      const key = this.readItem(depth);
      if (typeof key !== 'number' && typeof key !== 'string') throw malformed('map_key');
      members.set(key, this.readItem(depth));
    }
    // Of two members with one key a map keeps the last.
    if (members.size !== size) throw malformed('map_key');
    return members;
  }

  private readBytes(length: number): Bytes {
    if (length > this.bytes.length - this.at) throw malformed('length');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Most text is short and ASCII, which is put together faster than a decoder is asked. */
  private readText(length: number): string {
    const start = this.at;
    if (length > 24) return decodeUtf8(this.readBytes(length));
    if (length > this.bytes.length - start) throw malformed('length');
    let text = '';
    for (let at = start; at < start + length; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte > 0x7f) return decodeUtf8(this.readBytes(length));
      text += String.fromCharCode(byte);
    }
    this.at += length;
    return text;
  }

  /** Up to 23 it stands in the first byte itself; 28 to 30 are reserved, and 31 would leave a length unstated. */
  private readArgument(short: number): number {
    if (short < 24) return short;
    if (short > 27) throw malformed('length');
    const size = 2 ** (short - 24);
    let argument = 0;
    for (let left = size; left > 0; left--) argument = argument * 256 + this.readByte();
    const isShortest = argument >= (size === 1 ? 24 : 2 ** (size * 4));
    if (!isShortest || argument >= Number.MAX_SAFE_INTEGER) throw malformed('integer');
    return argument;
  }

  private readByte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw malformed('length');
    return byte;
  }
}

function readSimple(short: number): boolean | null {
  if (short === 22) return null;
  if (short !== 20 && short !== 21) throw malformed('simple');
  return short === 21;
}

function malformed(what: string): AppError {
  return new AppError('malformed_request', { what: `cbor_${what}` });
}
