import type { Bytes } from '../credential/crypto-ports.ts';
import { invalid, type PdfRef, type PdfValue, parseValue, readCount, readDict } from './parse-value.ts';

/** The objects of a PDF, each found where its table says. */
export type PdfObjects = {
  /** The whole file, one character for each byte. */
  readonly text: string;
  readonly root: PdfValue;
  /** Where the object's body stands. @throws AppError `receipt_sheet_invalid` */
  find(ref: PdfValue | undefined): { readonly from: number; readonly to: number };
  /** An object that is no stream. @throws AppError `receipt_sheet_invalid` */
  read(ref: PdfValue | undefined): ReadonlyMap<string, PdfValue>;
};

const header = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
const objectEnd = '\nendobj\n';
const fileEnd = '\n%%EOF\n';
const rowLength = 20;
const firstRow = '0000000000 65535 f \n';
/** `Prev` and `XRefStm`, which lead to other tables, are not among them. */
const trailerKeys = ['Size', 'Root', 'Info', 'ID'];

/**
 * The objects of a PDF of one revision, as our server writes it: a header, objects in the order of their numbers without a gap
 * between them, one table of them, and the end. Every byte belongs to one of these, so that every reader finds the same
 * objects. What was added behind, as PDF allows, is refused. Takes time in proportion to the file's length.
 * @throws AppError `receipt_sheet_invalid`: `added_behind`, `form`, `table`, `object`, `value`
 */
export function readObjects(pdf: Bytes): PdfObjects {
  const text = decodeLatin1(pdf);
  if (!text.startsWith(header)) throw invalid('form');
  const end = text.indexOf(fileEnd);
  if (end < 0) throw invalid('form');
  if (end + fileEnd.length !== text.length) throw invalid('added_behind');
  const table = readTable(text, end);
  const find = (ref: PdfValue | undefined) => findObject(text, ref, table);
  const read = (ref: PdfValue | undefined) => {
    const { from, to } = find(ref);
    const parsed = parseValue(text.slice(from, to));
    if (parsed.end !== to - from) throw invalid('object');
    return readDict(parsed.value);
  };
  return { text, root: table.root, find, read };
}

/** `starts`: where each object begins, by its number less one; behind the last where the table does. */
type Table = { readonly starts: readonly number[]; readonly root: PdfRef };

function readTable(text: string, end: number): Table {
  const [, digits = ''] = /\nstartxref\n(\d{1,10})$/.exec(text.slice(Math.max(0, end - 32), end)) ?? [];
  const at = Number(digits);
  const [head = '', size = ''] = /^xref\n0 ([1-9]\d{0,6})\n/.exec(text.slice(at, at + 32)) ?? [];
  if (digits === '' || size === '' || String(at) !== digits) throw invalid('table');
  const rows = at + head.length;
  const after = rows + rowLength * Number(size);
  if (text.slice(rows, rows + rowLength) !== firstRow) throw invalid('table');
  const starts = Array.from({ length: Number(size) - 1 }, (_each, index) => readRow(text, rows + rowLength * (index + 1)));
  checkTiling(starts, at);
  const root = readTrailer(text.slice(after, end), Number(size), digits);
  return { starts: [...starts, at], root };
}

function readRow(text: string, at: number): number {
  const [, offset = ''] = /^(\d{10}) 00000 n \n$/.exec(text.slice(at, at + rowLength)) ?? [];
  if (offset === '') throw invalid('table');
  return Number(offset);
}

/** The first begins behind the header, and each where the one before it ends. That it does end there is looked at where it is read. */
function checkTiling(starts: readonly number[], end: number): void {
  const isTiled = starts.every((start, index) => start < (starts[index + 1] ?? end));
  if (starts[0] !== header.length || !isTiled) throw invalid('table');
}

function readTrailer(text: string, size: number, startOfTable: string): PdfRef {
  if (!text.startsWith('trailer\n')) throw invalid('table');
  const { value, end } = parseValue(text, 'trailer\n'.length);
  if (text.slice(end) !== `\nstartxref\n${startOfTable}`) throw invalid('table');
  const entries = readDict(value);
  const root = entries.get('Root');
  const hasOthers = [...entries.keys()].some((key) => !trailerKeys.includes(key));
  if (hasOthers || readCount(entries.get('Size')) !== size || root?.kind !== 'ref') throw invalid('table');
  return root;
}

function findObject(text: string, ref: PdfValue | undefined, { starts }: Table): { readonly from: number; readonly to: number } {
  if (ref?.kind !== 'ref') throw invalid('object');
  const [start, end] = [starts[ref.number - 1], starts[ref.number]];
  const head = `${ref.number} 0 obj\n`;
  if (start === undefined || end === undefined) throw invalid('object');
  const [from, to] = [start + head.length, end - objectEnd.length];
  if (to < from || !text.startsWith(head, start) || !text.startsWith(objectEnd, to)) throw invalid('object');
  return { from, to };
}

/** One character for each byte, with its number. */
function decodeLatin1(bytes: Bytes): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
