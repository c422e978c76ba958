import { deflateSync } from 'node:zlib';
import type { Bytes } from '@daricheh/shared/credential';
import { type PdfRef, type PdfValue, writeArray, writeDict, writeHex, writeRef } from './pdf-values.ts';

export type PdfStream = {
  readonly entries: Readonly<Record<string, PdfValue | undefined>>;
  readonly data: Uint8Array;
  /** Left as it is, so that a search for its bytes finds it. */
  readonly isPlain?: boolean;
};

/** Objects of a PDF to be, numbered in the order in which they are reserved. */
export type PdfObjects = {
  reserve(): PdfRef;
  set(ref: PdfRef, value: PdfValue): void;
  add(value: PdfValue): PdfRef;
  addStream(stream: PdfStream): PdfRef;
};

export type PdfFile = PdfObjects & {
  /** The whole file. Written once all that was reserved is set. */
  write(trailer: PdfTrailer): WrittenPdf;
};

/** Where to begin reading, what the file says of itself, and 16 bytes by which it is told from others. */
export type PdfTrailer = { readonly root: PdfRef; readonly info: PdfRef; readonly id: Uint8Array };

export type WrittenPdf = {
  readonly bytes: Bytes;
  /** At which byte the object begins. */
  readonly offsetOf: (ref: PdfRef) => number;
};

/** The comment tells programs that move files that this one is not text. @see ISO 32000-1, section 7.5.2 */
const header = Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)]);

/**
 * A PDF with a plain cross-reference table. The same objects make the same bytes.
 *
 * Our own, since what is needed of a file format here is little and exact: glyphs by number, objects that stay where they
 * are for the signature, embedded files that are not packed. The writers that exist hide all three.
 */
export function createPdfFile(): PdfFile {
  const objects: (Buffer | undefined)[] = [];
  const reserve = (): PdfRef => ({ number: objects.push(undefined) });
  const put = ({ number }: PdfRef, body: Buffer): void => {
    objects[number - 1] = body;
  };
  const add = (body: Buffer): PdfRef => {
    const ref = reserve();
    put(ref, body);
    return ref;
  };
  return {
    reserve,
    set: (ref, value) => put(ref, Buffer.from(value, 'latin1')),
    add: (value) => add(Buffer.from(value, 'latin1')),
    addStream: (stream) => add(writeStream(stream)),
    write: (trailer) => writeFile(objects, trailer),
  };
}

function writeStream({ entries, data, isPlain = false }: PdfStream): Buffer {
  const packed = isPlain ? data : deflateSync(data, { level: 9 });
  const dict = writeDict({ ...entries, Filter: isPlain ? undefined : '/FlateDecode', Length: String(packed.length) });
  return Buffer.concat([Buffer.from(`${dict}\nstream\n`, 'latin1'), packed, Buffer.from('\nendstream')]);
}

function writeFile(objects: readonly (Buffer | undefined)[], { root, info, id }: PdfTrailer): WrittenPdf {
  const parts: Buffer[] = [header];
  const offsets: number[] = [];
  let at = header.length;
  for (const [index, body] of objects.entries()) {
    if (body === undefined) throw new Error(`Object ${index + 1} was reserved and never written.`);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    offsets.push(at);
    at += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = writeDict({
    ...{ Size: String(objects.length + 1), Root: writeRef(root), Info: writeRef(info), ID: writeArray([writeHex(id), writeHex(id)]) },
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return { bytes: new Uint8Array(Buffer.concat([...parts, Buffer.from(table)])), offsetOf: ({ number }) => offsets[number - 1] ?? 0 };
}
