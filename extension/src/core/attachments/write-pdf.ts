import { encodeUtf8 } from '@daricheh/shared/encoding';

/** Points of an A4 page. */
const page = { width: 595, height: 842 };

/**
 * A PDF of one A4 page that is one JPEG picture, from edge to edge. Nothing else is in it: no text, no script, no date, and nothing of who made it.
 * @param picture bytes of a baseline JPEG in RGB, of this size in pixels
 * @see ISO 32000-1:2008, sections 7.5 (file structure) and 8.9.5 (image dictionaries)
 */
export function writePdf(picture: Uint8Array, size: { readonly width: number; readonly height: number }): Uint8Array<ArrayBuffer> {
  const drawing = encodeUtf8(`q ${page.width} 0 0 ${page.height} 0 0 cm /P Do Q`);
  const image = `/Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  const objects: readonly Uint8Array[][] = [
    [encodeUtf8('<< /Type /Catalog /Pages 2 0 R >>')],
    [encodeUtf8('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      encodeUtf8(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
      ),
    ],
    writeStream('', drawing),
    writeStream(image, picture),
  ];
  // The second line holds bytes above 127, by which programs tell that the file is not text.
  const parts: Uint8Array[] = [encodeUtf8('%PDF-1.4\n%'), new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])];
  const offsets: number[] = [];
  for (const [place, object] of objects.entries()) {
    offsets.push(measure(parts));
    parts.push(encodeUtf8(`${place + 1} 0 obj\n`), ...object, encodeUtf8('\nendobj\n'));
  }
  const start = measure(parts);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(encodeUtf8(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`));
  parts.push(encodeUtf8(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return join(parts);
}

function writeStream(entries: string, bytes: Uint8Array): Uint8Array[] {
  return [encodeUtf8(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, encodeUtf8('\nendstream')];
}

function measure(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(measure(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
