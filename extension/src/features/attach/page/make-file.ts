import type { FileKind } from '../../../core/attachments/file-kind.ts';
import { type DrawStep, fitSize } from '../../../core/attachments/fit-size.ts';
import { writePdf } from '../../../core/attachments/write-pdf.ts';
import { type CopyPicture, drawCopy } from './draw-copy.ts';

/** The copy as a file of the kind that the page takes and no larger than it takes; undefined where even the smallest that can be read is. */
export function makeFile(picture: CopyPicture, { type }: FileKind, limitBytes: number | null): Promise<Uint8Array | undefined> {
  return fitSize((step) => encode(picture, type, step), limitBytes);
}

async function encode(picture: CopyPicture, type: FileKind['type'], step: DrawStep): Promise<Uint8Array> {
  const canvas = await drawCopy(picture, step);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type === 'image/png' ? 'image/png' : 'image/jpeg', step.quality);
  });
  if (!blob) throw new RangeError('the canvas gave no picture');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return type === 'application/pdf' ? writePdf(bytes, canvas) : bytes;
}
