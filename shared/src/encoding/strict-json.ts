import { AppError } from '../errors/index.ts';
import { decodeUtf8 } from './utf8.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Of objects and lists in one another, the outermost counted. */
export const maxDepth = 32;

/**
 * The value that the UTF-8 bytes (or the text) of one JSON document stand for. Stricter than `JSON.parse`: refused are
 * invalid UTF-8, a byte order mark, a name that stands twice in one object, `__proto__` as a name, lone surrogates and
 * nesting deeper than 32, because two readers of such a document may disagree on what it says.
 * @throws AppError `malformed_request`
 * @see RFC 8259, RFC 7493 (I-JSON)
 */
export function parseStrictJson(input: Uint8Array | string): Json {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text.length > longText && isTooDeep(text)) throw refused('json-depth');
  const value = parse(text);
  if (!text.isWellFormed()) throw refused('json-surrogate');
  // A surrogate may also be written as an escape; without one, what is well-formed as a whole is so in each part.
  const kept = new MemberCounter({ mayHideSurrogates: text.includes('\\u') }).count(value, 1);
  // Of two members with one name `JSON.parse` keeps the last.
  if (kept !== countWrittenNames(text)) throw refused('json-name');
  return value;
}

/** From this length on nesting is looked at before anything is built: millions of lists in one another would keep `JSON.parse` busy for seconds. */
const longText = 1_048_576;

/** True where brackets outside of texts stand in one another deeper than may be, whether the document is sound or not. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) isInText = !isInText;
    else if (isInText && code === backslash) at++;
    else if (!isInText && (code === openBracket || code === openBrace) && ++depth > maxDepth) return true;
    else if (!isInText && (code === closeBracket || code === closeBrace)) depth--;
  }
  return false;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The cause is left out on purpose: V8 quotes the document in its message.
    throw refused('json');
  }
}

/** Counts the members of all objects in a value, and looks at what `JSON.parse` lets pass. */
class MemberCounter {
  private readonly mayHideSurrogates: boolean;

  constructor({ mayHideSurrogates }: { mayHideSurrogates: boolean }) {
    this.mayHideSurrogates = mayHideSurrogates;
  }

  count(value: Json, depth: number): number {
    if (typeof value === 'string') this.checkText(value);
    if (typeof value !== 'object' || value === null) return 0;
    if (depth > maxDepth) throw refused('json-depth');
    return Array.isArray(value) ? this.countElements(value, depth) : this.countMembers(value as { readonly [name: string]: Json }, depth);
  }

  private countElements(elements: readonly Json[], depth: number): number {
    let total = 0;
    for (const element of elements) total += this.count(element, depth + 1);
    return total;
  }

  private countMembers(object: { readonly [name: string]: Json }, depth: number): number {
    const names = Object.keys(object);
    let total = names.length;
    for (const name of names) {
      if (name === '__proto__') throw refused('json-name');
      this.checkText(name);
      total += this.count(object[name] ?? null, depth + 1);
    }
    return total;
  }

  private checkText(text: string): void {
    if (this.mayHideSurrogates && !text.isWellFormed()) throw refused('json-surrogate');
  }
}

/** How many names stand in a document that `JSON.parse` has accepted: texts with a colon behind them. */
function countWrittenNames(text: string): number {
  let names = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = findClosingQuote(text, start) + 1;
    while (isSpace(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) === colon) names++;
    start = text.indexOf('"', end);
  }
  return names;
}

/** The quote that ends the text that begins at `start`: the first with an even number of backslashes before it. */
function findClosingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (countBackslashes(text, end) % 2 === 1) end = text.indexOf('"', end + 1);
  return end;
}

function countBackslashes(text: string, end: number): number {
  let count = 0;
  while (text.charCodeAt(end - 1 - count) === backslash) count++;
  return count;
}

const quote = 0x22;
const colon = 0x3a;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** Space, tab, line feed, carriage return: what JSON allows between its parts. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function refused(what: string): AppError {
  return new AppError('malformed_request', { what });
}
