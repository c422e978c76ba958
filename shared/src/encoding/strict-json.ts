import { AppError } from '../errors/index.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const maxDepth = 32;

/**
 * The value that the UTF-8 bytes (or the text) of one JSON document stand for. Stricter than `JSON.parse`: refused are
 * invalid UTF-8, a byte order mark, a name that stands twice in one object, `__proto__` as a name, lone surrogates and
 * nesting deeper than 32, because two readers of such a document may disagree on what it says.
 * @throws AppError `malformed_request`
 * @see RFC 8259, RFC 7493 (I-JSON)
 */
export function parseStrictJson(input: Uint8Array | string): Json {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  const value = parse(text);
  new NameChecker(text).check();
  return value;
}

/** The text of UTF-8 bytes. @throws AppError `malformed_request` on invalid UTF-8 or a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('malformed_request', { what: 'utf-8' }, { cause });
  }
}

/** The UTF-8 bytes of `text`. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The cause is left out on purpose: V8 quotes the document in its message.
    throw new AppError('malformed_request', { what: 'json' });
  }
}

/** Walks a document that `JSON.parse` has accepted, so the grammar is known to hold, and looks only at what it lets pass. */
class NameChecker {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  check(): void {
    const open: (Set<string> | 'array')[] = [];
    let expectName = false;
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '"') {
        const string = this.readString();
        const names = open.at(-1);
        if (expectName && names instanceof Set) this.claimName(names, string);
        expectName = false;
        continue;
      }
      if (char === '{') open.push(new Set());
      if (char === '[') open.push('array');
      if (open.length > maxDepth) throw new AppError('malformed_request', { what: 'json-depth' });
      if (char === '}' || char === ']') open.pop();
      expectName = char === '{' || (char === ',' && open.at(-1) instanceof Set) || (expectName && isSpace(char));
      this.at++;
    }
  }

  private claimName(names: Set<string>, name: string): void {
    if (names.has(name) || name === '__proto__') throw new AppError('malformed_request', { what: 'json-name' });
    names.add(name);
  }

  private readString(): string {
    const start = this.at++;
    while (this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at++;
    const value = JSON.parse(this.text.slice(start, this.at)) as string;
    if (!value.isWellFormed()) throw new AppError('malformed_request', { what: 'json-surrogate' });
    return value;
  }
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}
