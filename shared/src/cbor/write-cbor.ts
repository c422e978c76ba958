import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { type Cbor, CborTag, cborTags, majors } from './cbor.ts';

const simples = { false: 0xf4, true: 0xf5, null: 0xf6 } as const;

/**
 * The bytes of one CBOR item: lengths are stated, everything is in its shortest form, maps keep the order of their
 * members. `readCbor` reads it back.
 * @throws RangeError for a number that is not an integer, or that a double does not hold exactly
 * @see RFC 8949, sections 3 and 4.1
 */
export function writeCbor(value: Cbor): Bytes {
  const parts: Bytes[] = [];
  writeItem(value, parts);
  return joinBytes(parts);
}

/** The item in `content` as CBOR that is embedded in CBOR: `#6.24(bstr .cbor …)`. @see RFC 8949, section 3.4.5.1 */
export function embedCbor(content: Bytes): Bytes {
  return joinBytes([makeHead(majors.tag, cborTags.embedded), makeHead(majors.bytes, content.length), content]);
}

function writeItem(value: Cbor, parts: Bytes[]): void {
  if (value === null || typeof value === 'boolean') parts.push(Uint8Array.of(simples[`${value}`]));
  else if (typeof value === 'number') parts.push(value < 0 ? makeHead(majors.negative, -1 - value) : makeHead(majors.unsigned, value));
  else if (typeof value === 'string') writeText(value, parts);
  else if (value instanceof Uint8Array) parts.push(makeHead(majors.bytes, value.length), value);
  else if (value instanceof CborTag) {
    parts.push(makeHead(majors.tag, value.tag));
    writeItem(value.value, parts);
  } else writeItems(value, parts);
}

function writeText(value: string, parts: Bytes[]): void {
  const utf8 = encodeUtf8(value);
  parts.push(makeHead(majors.text, utf8.length), utf8);
}

function writeItems(value: readonly Cbor[] | ReadonlyMap<number | string, Cbor>, parts: Bytes[]): void {
  if (value instanceof Map) {
    parts.push(makeHead(majors.map, value.size));
    for (const item of [...value].flat(1)) writeItem(item, parts);
  } else {
    const items = value as readonly Cbor[];
    parts.push(makeHead(majors.array, items.length));
    for (const item of items) writeItem(item, parts);
  }
}

function makeHead(major: number, argument: number): Bytes {
  if (!Number.isSafeInteger(argument) || argument < 0) throw new RangeError('not an integer that CBOR and a double both hold');
  const first = major << 5;
  if (argument < 24) return Uint8Array.of(first | argument);
  const size = argument < 0x100 ? 1 : argument < 0x1_0000 ? 2 : argument < 0x1_0000_0000 ? 4 : 8;
  const head = new Uint8Array(1 + size);
  head[0] = first | (24 + Math.log2(size));
  let rest = argument;
  for (let at = size; at > 0; at--) {
    head[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return head;
}

function joinBytes(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
