import type { Bytes } from '@daricheh/shared/credential';
import type { PdfObjects, WrittenPdf } from './pdf-file.ts';
import { type PdfRef, writeArray, writeDate, writeDict, writePlainString, writeRef, writeText } from './pdf-values.ts';

/** Who seals, when by its own clock, and how many bytes its signature takes at most. */
export type SealPlace = { readonly name: string; readonly at: Date; readonly maxLength: number };

/** The objects of a seal to come: its field, and the dictionary in which it will stand. */
export type SealObjects = { readonly field: PdfRef; readonly signature: PdfRef };

const offsetDigits = 10;
/** To print, and not to be moved. @see ISO 32000-1, section 12.5.3 */
const fieldFlags = '132';

/**
 * Reserves the place of the agency's seal: a field without looks, and in its dictionary room for the signature.
 * @see ISO 32000-1, section 12.8.1; ETSI EN 319 142-1, section 5.2
 */
export function placeSeal(file: PdfObjects, { name, at, maxLength }: SealPlace): SealObjects {
  const offset = '0'.repeat(offsetDigits);
  const signature = file.add(
    writeDict({
      ...{ Type: '/Sig', Filter: '/Adobe.PPKLite', SubFilter: '/ETSI.CAdES.detached', Name: writeText(name), M: writeDate(at) },
      ByteRange: writeArray(['0', offset, offset, offset]),
      Contents: `<${'0'.repeat(2 * maxLength)}>`,
    }),
  );
  const field = file.add(
    writeDict({
      ...{ Type: '/Annot', Subtype: '/Widget', FT: '/Sig', T: writePlainString('seal'), TU: writeText(name), V: writeRef(signature) },
      ...{ Rect: '[0 0 0 0]', F: fieldFlags },
    }),
  );
  return { field, signature };
}

/**
 * The file with its seal: `sign` is handed every byte but those of the signature itself, and gives its DER.
 * @see ISO 32000-1, section 12.8.1
 */
export async function sealPdf(
  { bytes, offsetOf }: WrittenPdf,
  { signature }: SealObjects,
  sign: (data: Bytes) => Promise<Bytes>,
): Promise<Bytes> {
  const file = Buffer.from(bytes);
  const object = offsetOf(signature);
  const rangeAt = file.indexOf('/ByteRange [', object) + '/ByteRange ['.length;
  const start = file.indexOf('/Contents <', object) + '/Contents '.length;
  const end = file.indexOf('>', start) + 1;
  const offsets = [start, end, file.length - end].map((offset) => String(offset).padStart(offsetDigits));
  file.write(`0 ${offsets.join(' ')}`, rangeAt, 'latin1');
  const der = await sign(new Uint8Array(Buffer.concat([file.subarray(0, start), file.subarray(end)])));
  const hex = Buffer.from(der).toString('hex');
  if (hex.length > end - start - 2) throw new Error('The signature is longer than the place that was kept for it.');
  file.write(hex, start + 1, 'latin1');
  return new Uint8Array(file);
}
