import type { Bytes } from '@daricheh/shared/credential';
import type { PdfObjects } from './pdf-file.ts';
import { type PdfRef, writeArray, writeDate, writeDict, writeName, writePlainString, writeRef, writeText } from './pdf-values.ts';

export type EmbeddedFile = {
  /** Letters, digits, `-` and `.`. */
  readonly name: string;
  readonly mediaType: string;
  readonly about: string;
  readonly data: Bytes;
};

/**
 * Writes the files beside the document, as PDF/A-3 has them. Each is a stream without a filter, so that its bytes stand in
 * the PDF as they are; its file specification names it in plain ASCII. So `readSealedPdf` of shared reads them, and any
 * reader of PDF.
 * @returns what the catalogue says of them
 * @see ISO 19005-3, section 6.8; ISO 32000-2, section 14.13
 */
export function embedFiles(
  file: PdfObjects,
  files: readonly EmbeddedFile[],
  at: Date,
): { readonly names: string; readonly associated: string } {
  const specifications = files.map((each) => ({ name: each.name, ref: embedFile(file, each, at) }));
  // A name tree is searched by halves: its names ascend.
  const sorted = specifications.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pairs = sorted.flatMap(({ name, ref }) => [writePlainString(name), writeRef(ref)]);
  return {
    names: writeDict({ EmbeddedFiles: writeDict({ Names: writeArray(pairs) }) }),
    associated: writeArray(specifications.map(({ ref }) => writeRef(ref))),
  };
}

function embedFile(file: PdfObjects, { name, mediaType, about, data }: EmbeddedFile, at: Date): PdfRef {
  const params = writeDict({ Size: String(data.length), ModDate: writeDate(at) });
  const stream = file.addStream({ entries: { Type: '/EmbeddedFile', Subtype: writeName(mediaType), Params: params }, data, isPlain: true });
  const plainName = writePlainString(name);
  return file.add(
    writeDict({
      ...{ Type: '/Filespec', F: plainName, UF: plainName, AFRelationship: '/Source', Desc: writeText(about) },
      EF: writeDict({ F: writeRef(stream), UF: writeRef(stream) }),
    }),
  );
}
