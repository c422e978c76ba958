import { AppError } from '../errors/index.ts';

/** A value as it stands in a PDF: no stream, and nothing that is computed. @see ISO 32000-1, section 7.3 */
export type PdfValue = PdfDict | PdfArray | PdfName | PdfRef | PdfText | PdfWord;
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };
export type PdfArray = { readonly kind: 'array'; readonly values: readonly PdfValue[] };
export type PdfName = { readonly kind: 'name'; readonly name: string };
export type PdfRef = { readonly kind: 'ref'; readonly number: number };
/** A string: as plain text, or its hexadecimal digits. */
export type PdfText = { readonly kind: 'plain' | 'hex'; readonly text: string };
/** A number, `true`, `false` or `null`, as it is written. */
export type PdfWord = { readonly kind: 'word'; readonly word: string };

/** Deeper than anything that is read here. */
const maxDepth = 12;

/** Each alternative says by its first character which one it is, and none can be read in two ways: no text takes longer than its length. */
const token =
  /(?<mark><<|>>|\[|\])|\/(?<name>[A-Za-z0-9_.+#-]+)|(?<ref>[1-9]\d{0,6}) 0 R(?![A-Za-z0-9])|\((?<plain>[A-Za-z0-9_. :'+-]*)\)|<(?<hex>[0-9A-Fa-f]*)>|(?<word>[A-Za-z0-9.+-]+)/y;

/**
 * Reads one value from `text` (one character for each byte) at `at`, in the plain form in which our server writes PDF: spaces
 * alone part tokens, plain strings hold no escapes, an entry stands once. Whatever else PDF allows is refused, not guessed at.
 * @returns the value and where it ends
 * @throws AppError `receipt_sheet_invalid`
 */
export function parseValue(text: string, at = 0): { readonly value: PdfValue; readonly end: number } {
  const reader = new ValueReader(text, at);
  const value = reader.read(0);
  return { value, end: reader.at };
}

class ValueReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  read(depth: number): PdfValue {
    const { mark, name, ref, plain, hex, word } = this.#next();
    if (name !== undefined) return { kind: 'name', name };
    if (ref !== undefined) return { kind: 'ref', number: Number(ref) };
    if (plain !== undefined) return { kind: 'plain', text: plain };
    if (hex !== undefined) return { kind: 'hex', text: hex };
    if (word !== undefined) return { kind: 'word', word };
    if (depth >= maxDepth) throw invalid('value');
    if (mark === '<<') return this.#readDict(depth + 1);
    if (mark === '[') return this.#readArray(depth + 1);
    throw invalid('value');
  }

  #readDict(depth: number): PdfDict {
    const entries = new Map<string, PdfValue>();
    while (!this.#takes('>>')) {
      const { name } = this.#next();
      if (name === undefined || entries.has(name)) throw invalid('value');
      entries.set(name, this.read(depth));
    }
    return { kind: 'dict', entries };
  }

  #readArray(depth: number): PdfArray {
    const values: PdfValue[] = [];
    while (!this.#takes(']')) values.push(this.read(depth));
    return { kind: 'array', values };
  }

  #takes(mark: string): boolean {
    this.#skipSpaces();
    if (!this.#text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #next(): Readonly<Record<string, string | undefined>> {
    this.#skipSpaces();
    token.lastIndex = this.at;
    const found = token.exec(this.#text);
    if (found?.groups === undefined) throw invalid('value');
    this.at = token.lastIndex;
    return found.groups;
  }

  #skipSpaces(): void {
    while (this.#text[this.at] === ' ') this.at++;
  }
}

/** The entries of a dictionary. @throws AppError `receipt_sheet_invalid` */
export function readDict(value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  if (value?.kind !== 'dict') throw invalid('value');
  return value.entries;
}

/** @throws AppError `receipt_sheet_invalid` */
export function readArray(value: PdfValue | undefined): readonly PdfValue[] {
  if (value?.kind !== 'array') throw invalid('value');
  return value.values;
}

/** A number without sign or fraction. @throws AppError `receipt_sheet_invalid` */
export function readCount(value: PdfValue | undefined): number {
  if (value?.kind !== 'word' || !/^\d{1,10}$/.test(value.word)) throw invalid('value');
  return Number(value.word);
}

/** True for that name. */
export function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

/** A PDF that is not as our server writes it; `what` says where. */
export function invalid(what: string): AppError {
  return new AppError('receipt_sheet_invalid', { what });
}
