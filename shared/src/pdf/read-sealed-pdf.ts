import type { Bytes } from '../credential/crypto-ports.ts';
import { invalid, isName, type PdfValue, parseValue, readArray, readCount, readDict } from './parse-value.ts';
import { type PdfObjects, readObjects } from './read-objects.ts';

/** A seal as it was read: whether it holds is not known yet. */
export type PdfSeal = {
  /** Every byte of the file but those of the signature. */
  readonly data: Bytes;
  /** The signature: DER of CMS signed data. */
  readonly signature: Bytes;
  /** When it was set, as whoever sealed says. */
  readonly claimedAt: Date;
};

/** What a sealed PDF carries. */
export type SealedPdf = {
  /** By their names, byte for byte. */
  readonly files: ReadonlyMap<string, Bytes>;
  /** @throws AppError `receipt_sheet_invalid`: `byte_range` where it would cover less than the whole file */
  readonly readSeal: () => PdfSeal;
};

/** Most that a receipt may weigh: pages, form, receipt and evidence. */
export const maxPdfLength = 8_388_608;

/**
 * The files inside a PDF that an agency of ours made and sealed, found the way that every reader of PDF finds them: from its table to
 * its catalogue, to the tree of embedded files, to each stream. It knows just the form in which our server writes them, and refuses
 * any other instead of half understanding it (see `readObjects`).
 *
 * Not checked: that the seal holds.
 * @throws AppError `receipt_sheet_invalid`
 * @see ISO 32000-1, sections 7.5, 7.11.4 and 12.8.1
 */
export function readSealedPdf(pdf: Bytes): SealedPdf {
  if (pdf.length > maxPdfLength) throw invalid('size');
  const objects = readObjects(pdf);
  const catalogue = objects.read(objects.root);
  return { files: readFiles(pdf, objects, catalogue), readSeal: () => readSeal(pdf, objects, catalogue) };
}

/** The file of that name in such a PDF. @throws AppError `receipt_sheet_invalid`, also where there is none */
export function findEmbeddedFile(pdf: Bytes, name: string): Bytes {
  const found = readSealedPdf(pdf).files.get(name);
  if (found === undefined) throw invalid('embedded_file');
  return found;
}

type Entries = ReadonlyMap<string, PdfValue>;

/** More than any receipt carries. */
const maxFiles = 16;

function readFiles(pdf: Bytes, objects: PdfObjects, catalogue: Entries): ReadonlyMap<string, Bytes> {
  const tree = readDict(readDict(catalogue.get('Names')).get('EmbeddedFiles'));
  const pairs = readArray(tree.get('Names'));
  if (pairs.length > 2 * maxFiles) throw invalid('embedded_file');
  const files = new Map<string, Bytes>();
  for (let index = 0; index < pairs.length; index += 2) {
    const name = pairs[index];
    if (name?.kind !== 'plain' || files.has(name.text)) throw invalid('embedded_file');
    files.set(name.text, readFile(pdf, objects, objects.read(pairs[index + 1]), name.text));
  }
  return files;
}

function readFile(pdf: Bytes, objects: PdfObjects, specification: Entries, name: string): Bytes {
  const isNamed = ['F', 'UF'].every((key) => {
    const written = specification.get(key);
    return written?.kind === 'plain' && written.text === name;
  });
  if (!isName(specification.get('Type'), 'Filespec') || !isNamed) throw invalid('embedded_file');
  return readPlainStream(pdf, objects, readDict(specification.get('EF')).get('F'));
}

/** The bytes of a stream that is not packed, which is as long as it says. */
function readPlainStream(pdf: Bytes, { text, find }: PdfObjects, ref: PdfValue | undefined): Bytes {
  const { from, to } = find(ref);
  const { value, end } = parseValue(text, from);
  const dict = readDict(value);
  const begin = end + '\nstream\n'.length;
  const length = readCount(dict.get('Length'));
  const isWhole =
    text.startsWith('\nstream\n', end) && begin + length + '\nendstream'.length === to && text.startsWith('\nendstream', to - 10);
  if (!isWhole || !isName(dict.get('Type'), 'EmbeddedFile') || dict.has('Filter')) throw invalid('embedded_file');
  return pdf.slice(begin, begin + length);
}

/** The one field of the one form, and in it the signature's dictionary. */
function readSeal(pdf: Bytes, objects: PdfObjects, catalogue: Entries): PdfSeal {
  const fields = readArray(readDict(catalogue.get('AcroForm')).get('Fields'));
  const field = objects.read(fields[0]);
  if (fields.length !== 1 || !isName(field.get('FT'), 'Sig')) throw invalid('seal');
  const place = field.get('V');
  const dict = objects.read(place);
  if (!isName(dict.get('Type'), 'Sig') || !isName(dict.get('SubFilter'), 'ETSI.CAdES.detached')) throw invalid('seal');
  const contents = dict.get('Contents');
  // Lower case, as it is written: otherwise one signature could stand there in many ways.
  if (contents?.kind !== 'hex' || !/^[0-9a-f]*$/.test(contents.text)) throw invalid('seal');
  const hole = findHole(objects, place, contents.text.length);
  checkRange(dict.get('ByteRange'), hole, pdf.length);
  return { data: cutOut(pdf, hole), signature: readSignature(contents.text), claimedAt: readDate(dict.get('M')) };
}

type Hole = { readonly start: number; readonly end: number };

/** Where the digits of the signature stand, with the brackets around them. */
function findHole({ text, find }: PdfObjects, place: PdfValue | undefined, digits: number): Hole {
  const { from, to } = find(place);
  const body = text.slice(from, to);
  const at = body.indexOf('/Contents <');
  if (at < 0 || body.indexOf('/Contents <', at + 1) >= 0) throw invalid('seal');
  const start = from + at + '/Contents '.length;
  return { start, end: start + digits + 2 };
}

/** From the first byte to the signature, and behind it to the last: nothing else in between, and nothing left out. */
function checkRange(range: PdfValue | undefined, { start, end }: Hole, length: number): void {
  const numbers = readArray(range).map(readCount);
  const expected = [0, start, end, length - end];
  if (numbers.length !== 4 || numbers.some((number, index) => number !== expected[index])) throw invalid('byte_range');
}

function cutOut(pdf: Bytes, { start, end }: Hole): Bytes {
  const data = new Uint8Array(pdf.length - (end - start));
  data.set(pdf.subarray(0, start));
  data.set(pdf.subarray(end), start);
  return data;
}

/** The DER, behind which the room that was kept is filled with zeros. */
function readSignature(hex: string): Bytes {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const [tag, first = 0, high = 0, low = 0] = bytes;
  // Longer than 255 bytes and shorter than 65 536, as every such signature is.
  const length = 4 + 256 * high + low;
  if (hex.length % 2 !== 0 || tag !== 0x30 || first !== 0x82 || length > bytes.length) throw invalid('seal');
  if (bytes.subarray(length).some((byte) => byte !== 0)) throw invalid('seal');
  return bytes.slice(0, length);
}

/** In UTC, as it is written. @see ISO 32000-1, section 7.9.4 */
function readDate(value: PdfValue | undefined): Date {
  const text = value?.kind === 'plain' ? value.text : '';
  const [, ...parts] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (parts.length !== 6 || Number.isNaN(at.getTime())) throw invalid('seal');
  return at;
}
