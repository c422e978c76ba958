import { type Cbor, type CborMap, CborTag, cborTags, readCbor } from '../cbor/index.ts';
import type { Bytes } from '../credential/index.ts';
import { invalidMdoc } from './mdoc-error.ts';

// Each takes what a structure of ISO 18013-5 wants, and refuses anything else by naming the part.

/** The value of one CBOR document. @throws AppError `mdoc_invalid` */
export function readDocument(bytes: Bytes, what: string): Cbor {
  try {
    return readCbor(bytes);
  } catch (cause) {
    throw invalidMdoc(what, cause);
  }
}

export function takeMap(value: Cbor | undefined, what: string): CborMap {
  if (!(value instanceof Map)) throw invalidMdoc(what);
  return value;
}

/** A map with no other members than these: what nobody signed and nobody reads has no place in what is sent. */
export function takeMembers(value: Cbor | undefined, names: readonly string[], what: string): CborMap {
  const members = takeMap(value, what);
  for (const name of members.keys()) if (typeof name !== 'string' || !names.includes(name)) throw invalidMdoc(what);
  return members;
}

export function takeArray(value: Cbor | undefined, what: string): readonly Cbor[] {
  if (!Array.isArray(value)) throw invalidMdoc(what);
  return value as readonly Cbor[];
}

export function takeText(value: Cbor | undefined, what: string): string {
  if (typeof value !== 'string') throw invalidMdoc(what);
  return value;
}

export function takeBytes(value: Cbor | undefined, what: string): Bytes {
  if (!(value instanceof Uint8Array)) throw invalidMdoc(what);
  return value;
}

/** What is embedded as `#6.24(bstr)`: its bytes, not yet read. @see RFC 8949, section 3.4.5.1 */
export function takeEmbedded(value: Cbor | undefined, what: string): Bytes {
  if (!(value instanceof CborTag) || value.tag !== cborTags.embedded) throw invalidMdoc(what);
  return takeBytes(value.value, what);
}

/** A `tdate` in the one form that ISO 18013-5, section 9.1.2.4, allows: UTC, whole seconds. */
export function takeDate(value: Cbor | undefined, what: string): Date {
  const text = value instanceof CborTag && value.tag === cborTags.dateTime ? value.value : undefined;
  if (typeof text !== 'string' || !tdate.test(text)) throw invalidMdoc(what);
  const date = new Date(text);
  // A thirtieth of February, or an hour 24, would be read as a moment of the day after; what is no moment at all has no day.
  if (date.getUTCDate() !== Number(text.slice(8, 10))) throw invalidMdoc(what);
  return date;
}

const tdate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The date as such a `tdate` says it, cut to whole seconds. */
export function writeDate(date: Date): string {
  return `${date.toISOString().slice(0, -'.000Z'.length)}Z`;
}
