import type { Bytes } from '../credential/crypto-ports.ts';

/**
 * CBOR as it is read and written here: integers that a double holds exactly, byte strings, text, arrays, maps, tags,
 * true, false and null. Floats, undefined and other simple values have no place in what we exchange.
 */
export type Cbor = number | string | boolean | null | Bytes | CborTag | readonly Cbor[] | CborMap;

/** Keys are integers or text, each once. */
export type CborMap = ReadonlyMap<number | string, Cbor>;

/** A tagged value. @see RFC 8949, section 3.4 */
export class CborTag {
  readonly tag: number;
  readonly value: Cbor;

  constructor(tag: number, value: Cbor) {
    this.tag = tag;
    this.value = value;
  }
}

/** Tags that credentials use: date and time (RFC 8949, section 3.4.1), embedded CBOR (3.4.5.1), a date alone (RFC 8943). */
export const cborTags = { dateTime: 0, embedded: 24, fullDate: 1004 } as const;

/** Majors of an item's first byte. @see RFC 8949, section 3.1 */
export const majors = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, simple: 7 } as const;

/** A map with these members, in this order. */
export function makeCborMap(members: Readonly<Record<string, Cbor>>): CborMap {
  return new Map(Object.entries(members));
}
