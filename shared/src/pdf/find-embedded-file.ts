import type { Bytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';

/** Long enough for any dictionary of the kinds that are read here. */
const maxDictionary = 2048;
const streamBegins = '\nstream\n';

/**
 * The bytes of the file of that name inside a PDF that an agency of ours made, for who has no reader of PDF at hand. It knows
 * just the form in which they are written: a file specification `/Type /Filespec /F (name) … /EF << /F n 0 R … >>`, and the
 * object `n 0 obj` it names, a stream `/Type /EmbeddedFile … /Length m` without a filter. Each must stand there once: a file in
 * which something was added behind, as PDF allows, is refused instead of half understood.
 *
 * Not checked: the seal over the whole, which readers of PDF check.
 * @throws AppError `receipt_sheet_invalid` where the PDF has no such file, or has it in another form
 */
export function findEmbeddedFile(pdf: Bytes, name: string): Bytes {
  const text = decodeLatin1(pdf);
  if (text.indexOf('%%EOF') !== text.lastIndexOf('%%EOF') || !text.startsWith('%PDF-')) throw invalid('form');
  const specification = readAfter(text, findOnce(text, `/Type /Filespec /F (${name}) `));
  const [, object = ''] = /\/EF << \/F (\d{1,7}) 0 R /.exec(specification) ?? [];
  if (object === '') throw invalid('embedded_file');
  const start = findOnce(text, `\n${object} 0 obj\n`);
  const dictionary = readAfter(text, start).split(streamBegins, 1)[0] ?? '';
  const from = start + dictionary.length + streamBegins.length;
  const end = from + readLength(dictionary);
  if (!text.startsWith(streamBegins, start + dictionary.length) || !text.startsWith('\nendstream\nendobj\n', end))
    throw invalid('embedded_file');
  return pdf.slice(from, end);
}

/** Of an embedded file as it is, from its dictionary, in which the length stands last. */
function readLength(dictionary: string): number {
  const at = dictionary.lastIndexOf('/Length ');
  const [, length] = /^(\d{1,9}) >>$/.exec(dictionary.slice(at + '/Length '.length)) ?? [];
  if (at < 0 || length === undefined || !dictionary.startsWith('<< /Type /EmbeddedFile ') || dictionary.includes('/Filter'))
    throw invalid('embedded_file');
  return Number(length);
}

/** Where what follows the only occurrence begins. */
function findOnce(text: string, wanted: string): number {
  const at = text.indexOf(wanted);
  if (at < 0 || text.indexOf(wanted, at + 1) >= 0) throw invalid('embedded_file');
  return at + wanted.length;
}

function readAfter(text: string, at: number): string {
  return text.slice(at, at + maxDictionary);
}

/** One character for each byte, with its number. */
function decodeLatin1(bytes: Bytes): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

function invalid(what: string): AppError {
  return new AppError('receipt_sheet_invalid', { what });
}
