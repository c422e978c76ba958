import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeUtf8 } from '../encoding/index.ts';

/** What a test PDF is made from. */
export type TestPdfParts = {
  /** Embedded files by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** Room for the signature, in bytes. */
  readonly room?: number;
  /** The DER over all but the signature; absent: zeros that begin as DER does. */
  readonly sign?: (data: Bytes) => Promise<Bytes>;
  /** Changes the text of an object, by its number, before the table is written. */
  readonly change?: (body: string, number: number) => string;
};

/** The least that is a sealed PDF in the form that our server writes, one object to a line of this list: ASCII, without pages. */
export async function writeTestPdf({
  files = {},
  room = 300,
  sign = fillSeal,
  change = (body) => body,
}: TestPdfParts = {}): Promise<Bytes> {
  const names = Object.keys(files).sort();
  const specification = (index: number): number => 5 + 2 * index;
  const offsets = '[0 0000000000 0000000000 0000000000]';
  const bodies = [
    `<< /Type /Catalog /Names << /EmbeddedFiles << /Names [${names.map((name, index) => `(${name}) ${specification(index)} 0 R`).join(' ')}] >> >> /AcroForm << /Fields [2 0 R] /SigFlags 3 >> >>`,
    '<< /Type /Annot /FT /Sig /T (seal) /V 3 0 R >>',
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20260601120000Z) /ByteRange ${offsets} /Contents <${'0'.repeat(2 * room)}> >>`,
    ...names.flatMap((name, index) => [
      `<< /Type /EmbeddedFile /Subtype /application#2Fjose /Length ${encodeUtf8(files[name] ?? '').length} >>\nstream\n${files[name]}\nendstream`,
      `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${specification(index) - 1} 0 R >> >>`,
    ]),
  ].map((body, index) => change(body, index + 1));
  return seal(writeFile(bodies), sign);
}

function writeFile(bodies: readonly string[]): Buffer {
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const rows: string[] = [];
  for (const [index, body] of bodies.entries()) {
    rows.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const size = bodies.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}${trailer}`, 'latin1');
}

async function seal(file: Buffer, sign: (data: Bytes) => Promise<Bytes>): Promise<Bytes> {
  const start = file.indexOf('/Contents <') + '/Contents '.length;
  const end = file.indexOf('>', start) + 1;
  const range = [start, end, file.length - end].map((offset) => String(offset).padStart(10)).join(' ');
  const rangeAt = file.indexOf('/ByteRange [0 ');
  if (rangeAt >= 0) file.write(range, rangeAt + '/ByteRange [0 '.length, 'latin1');
  const der = await sign(new Uint8Array(Buffer.concat([file.subarray(0, start), file.subarray(end)])));
  file.write(Buffer.from(der).toString('hex'), start + 1, 'latin1');
  return new Uint8Array(file);
}

async function fillSeal(): Promise<Bytes> {
  return Uint8Array.of(0x30, 0x82, 1, 0, ...new Uint8Array(256).fill(7));
}
