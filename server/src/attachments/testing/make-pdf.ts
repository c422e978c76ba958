import { deflateSync } from 'node:zlib';

export type PdfParts = {
  /** Bodies of objects 4 and above. */
  readonly objects?: readonly string[];
  /** Members of the catalogue. */
  readonly catalog?: string;
  readonly trailer?: string;
  readonly pages?: number;
};

/** A PDF as programs write it: header, objects, cross-reference table, trailer. */
export function makePdf({ objects = [], catalog = '', trailer = '', pages = 1 }: PdfParts = {}): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, () => '3 0 R').join(' ')}] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ];
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A stream object's body. */
export function makeStream(dictionary: string, content: Buffer | string): string {
  const bytes = Buffer.from(content);
  return `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

/** Objects packed into a stream. */
export function makeObjectStream(objects: readonly string[], dictionary = '/Type /ObjStm'): string {
  const offsets = objects.map((_object, index) => objects.slice(0, index).join(' ').length + (index === 0 ? 0 : 1));
  const head = offsets.map((at, index) => `${100 + index} ${at}`).join(' ');
  const content = deflateSync(`${head} ${objects.join(' ')}`);
  return makeStream(`${dictionary} /N ${objects.length} /First ${head.length + 1} /Filter /FlateDecode`, content);
}

/** Another revision behind the first. @see ISO 32000-2, section 7.5.6 */
export function addRevision(pdf: Buffer, objects: readonly string[]): Buffer {
  const text = objects.map((body, index) => `${index + 10} 0 obj\n${body}\nendobj\n`).join('');
  const previous = /startxref\n(\d+)/.exec(pdf.toString('latin1'))?.[1] ?? '0';
  const table = `xref\n0 0\ntrailer\n<< /Size 20 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${pdf.length + text.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text + table, 'latin1')]);
}
