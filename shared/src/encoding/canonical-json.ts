import { AppError } from '../errors/index.ts';
import { type Json, maxDepth } from './strict-json.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * The one text that stands for `value`: names sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Of what is no plain JSON, as `JSON.stringify` sees it: members that are undefined are left out.
 * @throws AppError `malformed_request` on lone surrogates, `__proto__` as a name, and nesting deeper than 32
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalizeJson(value: Json | object): string {
  return writeValue(value, 1);
}

/** The UTF-8 bytes of `canonicalizeJson`. @throws AppError as it does */
export function encodeCanonicalJson(value: object): Uint8Array<ArrayBuffer> {
  return encodeUtf8(writeValue(value, 1));
}

function writeValue(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth > maxDepth) throw new AppError('malformed_request', { what: 'json-depth' });
  if (Array.isArray(value)) return writeElements(value, depth);
  const members = value as Members;
  // Of what knows how it is written, as a date does; a member of that name that somebody sent is no function.
  return typeof members['toJSON'] === 'function' ? writeValue(JSON.parse(JSON.stringify(value)), depth) : writeMembers(members, depth);
}

type Members = { readonly [name: string]: unknown };

function writeElements(elements: readonly unknown[], depth: number): string {
  let text = '';
  for (const element of elements) text += `${text === '' ? '' : ','}${writeValue(element, depth + 1)}`;
  return `[${text}]`;
}

function writeMembers(members: Members, depth: number): string {
  let text = '';
  for (const name of listInOrder(members)) {
    const member = members[name];
    if (isWritten(member)) text += `${text === '' ? '' : ','}${writeName(name)}:${writeValue(member, depth + 1)}`;
  }
  return `{${text}}`;
}

/** Most objects are written in their order already: they were read from such a text. */
function listInOrder(members: Members): readonly string[] {
  const names = Object.keys(members);
  for (let at = 1; at < names.length; at++) if ((names[at - 1] ?? '') > (names[at] ?? '')) return names.sort();
  return names;
}

function isWritten(member: unknown): boolean {
  return member !== undefined && typeof member !== 'function' && typeof member !== 'symbol';
}

function writeName(name: string): string {
  if (name === '__proto__') throw new AppError('malformed_request', { what: 'json-name' });
  return writeText(name);
}

function writeText(text: string): string {
  if (!text.isWellFormed()) throw new AppError('malformed_request', { what: 'json-surrogate' });
  return JSON.stringify(text);
}
