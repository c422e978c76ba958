import type { AttachmentType } from '@daricheh/shared/submission';
import { type FileCheck, refuseType } from './file-check.ts';
import { createJpegCheck } from './images/check-jpeg.ts';
import { createPngCheck } from './images/check-png.ts';
import { createPdfCheck } from './pdf/check-pdf.ts';

const checks: Readonly<Record<AttachmentType, () => FileCheck>> = {
  'application/pdf': createPdfCheck,
  'image/jpeg': createJpegCheck,
  'image/png': createPngCheck,
};

/** A file of that type from its first byte to its last, which nobody can open as a ZIP archive besides. */
export function createFileCheck(type: AttachmentType): FileCheck {
  const parts = [checks[type](), createZipCheck()];
  return {
    push: (chunk) => {
      for (const part of parts) part.push(chunk);
    },
    end: () => {
      for (const part of parts) part.end();
    },
  };
}

/** The end record of a ZIP archive is 22 bytes, with a comment of up to 65,535 behind it (APPNOTE.TXT, section 4.3.16). */
const zipEndBytes = 65_557;
const zipEnd = 'PK\u0005\u0006';

/** Archives are read from their end: a file of any other type can be one, too, when the record stands near its end. */
function createZipCheck(): FileCheck {
  let tail: Buffer = Buffer.alloc(0);
  return {
    push: (chunk) => {
      tail = Buffer.concat([tail, chunk]).subarray(-zipEndBytes);
    },
    end: () => {
      if (tail.includes(zipEnd, 0, 'latin1')) throw refuseType('archive');
    },
  };
}
