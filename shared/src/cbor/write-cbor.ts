import type { Bytes } from '../credential/crypto-ports.ts';
import { measureUtf8, writeUtf8 } from '../encoding/index.ts';
import { type Cbor, type CborMap, CborTag, cborTags, majors } from './cbor.ts';

const simples = { false: 0xf4, true: 0xf5, null: 0xf6 } as const;

/**
 * The bytes of one CBOR item: lengths are stated, everything is in its shortest form, maps keep the order of their
 * members. `readCbor` reads it back.
 * @throws RangeError for a number that is not an integer, or that a double does not hold exactly
 * @see RFC 8949, sections 3 and 4.1
 */
export function writeCbor(value: Cbor): Bytes {
  const writer = new CborWriter(measureItem(value));
  writer.writeItem(value);
  return writer.bytes;
}

/** The item in `content` as CBOR that is embedded in CBOR: `#6.24(bstr .cbor …)`. @see RFC 8949, section 3.4.5.1 */
export function embedCbor(content: Bytes): Bytes {
  const writer = new CborWriter(measureHead(cborTags.embedded) + measureHead(content.length) + content.length);
  writer.writeHead(majors.tag, cborTags.embedded);
  writer.writeBytes(content);
  return writer.bytes;
}

/** An array whose items are CBOR already, each in its own bytes. */
export function joinCbor(items: readonly Bytes[]): Bytes {
  const writer = new CborWriter(items.reduce((length, item) => length + item.length, measureHead(items.length)));
  writer.writeHead(majors.array, items.length);
  for (const item of items) writer.append(item);
  return writer.bytes;
}

/** Writes into bytes that were measured before: one piece of memory for an item, however many parts it has. */
class CborWriter {
  readonly bytes: Bytes;
  private at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
  }

  writeItem(value: Cbor): void {
    if (typeof value === 'string') this.writeText(value);
    else if (typeof value === 'number') this.writeNumber(value);
    else if (value === null || typeof value === 'boolean') this.bytes[this.at++] = simples[`${value}`];
    else if (value instanceof Uint8Array) this.writeBytes(value);
    else if (value instanceof Map) this.writeMap(value as CborMap);
    else if (value instanceof CborTag) {
      this.writeHead(majors.tag, value.tag);
      this.writeItem(value.value);
    } else this.writeArray(value as readonly Cbor[]);
  }

  writeBytes(value: Bytes): void {
    this.writeHead(majors.bytes, value.length);
    this.append(value);
  }

  /** The argument in the fewest bytes that hold it: in the first byte itself, or in 1, 2, 4 or 8 behind it. */
  writeHead(major: number, argument: number): void {
    const size = measureHead(argument) - 1;
    this.bytes[this.at++] = (major << 5) | (size === 0 ? argument : 24 + Math.log2(size));
    let rest = argument;
    for (let at = this.at + size - 1; at >= this.at; at--) {
      this.bytes[at] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    this.at += size;
  }

  append(bytes: Bytes): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private writeNumber(value: number): void {
    if (value < 0) this.writeHead(majors.negative, -1 - value);
    else this.writeHead(majors.unsigned, value);
  }

  private writeText(value: string): void {
    this.writeHead(majors.text, measureUtf8(value));
    this.at += writeUtf8(value, this.bytes.subarray(this.at));
  }

  private writeMap(members: CborMap): void {
    this.writeHead(majors.map, members.size);
    for (const [key, value] of members) {
      this.writeItem(key);
      this.writeItem(value);
    }
  }

  private writeArray(items: readonly Cbor[]): void {
    this.writeHead(majors.array, items.length);
    for (const item of items) this.writeItem(item);
  }
}

/** How many bytes the item takes. @throws RangeError */
function measureItem(value: Cbor): number {
  if (typeof value === 'string') return measureContent(measureUtf8(value));
  if (typeof value === 'number') return measureHead(value < 0 ? -1 - value : value);
  if (value === null || typeof value === 'boolean') return 1;
  if (value instanceof Uint8Array) return measureContent(value.length);
  if (value instanceof Map) return measureMap(value as CborMap);
  if (value instanceof CborTag) return measureHead(value.tag) + measureItem(value.value);
  const items = value as readonly Cbor[];
  let length = measureHead(items.length);
  for (const item of items) length += measureItem(item);
  return length;
}

function measureMap(members: CborMap): number {
  let length = measureHead(members.size);
  for (const [key, value] of members) length += measureItem(key) + measureItem(value);
  return length;
}

function measureContent(length: number): number {
  return measureHead(length) + length;
}

function measureHead(argument: number): number {
  if (!Number.isSafeInteger(argument) || argument < 0) throw new RangeError('not an integer that CBOR and a double both hold');
  if (argument < 24) return 1;
  if (argument < 0x100) return 2;
  if (argument < 0x1_0000) return 3;
  return argument < 0x1_0000_0000 ? 5 : 9;
}
