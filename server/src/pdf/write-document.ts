import type { Bytes } from '@daricheh/shared/credential';
import { type EmbeddedFile, embedFiles } from './embed-files.ts';
import type { FontUse } from './embed-font.ts';
import type { FontWeight } from './load-fonts.ts';
import type { Pages } from './pages.ts';
import type { PdfFile } from './pdf-file.ts';
import { writeArray, writeDate, writeDict, writeRef, writeText } from './pdf-values.ts';
import { placeSeal, type SealPlace, sealPdf } from './seal-pdf.ts';
import { type Tag, writeTags } from './tags.ts';

export type DocumentParts = {
  readonly file: PdfFile;
  readonly pages: Pages;
  readonly uses: Readonly<Record<FontWeight, FontUse>>;
  readonly root: Tag;
  readonly about: {
    readonly language: 'fa' | 'en';
    readonly title: string;
    readonly author: string;
    /** Of what stands in it. */
    readonly createdAt: Date;
    /** 16 bytes by which it is told from others. */
    readonly id: Uint8Array;
  };
  readonly files: readonly EmbeddedFile[];
  readonly seal: SealPlace & { readonly sign: (data: Bytes) => Promise<Bytes> };
};

const producer = 'Daricheh';

/**
 * The bytes of a sealed PDF 1.7 that is tagged and carries files, written to the rules of PDF/A-3u: nothing it is shown with
 * is left to the reader's machine.
 * @see ISO 19005-3
 */
export async function writeDocument({ file, pages, uses, root, about, files, seal }: DocumentParts): Promise<Bytes> {
  const { language, title, author, createdAt } = about;
  const sealed = placeSeal(file, seal);
  const written = await pages.write(uses, [sealed.field]);
  const tags = writeTags(file, root, written.pages);
  const metadata = file.addStream({
    ...{ entries: { Type: '/Metadata', Subtype: '/XML' }, data: Buffer.from(describeDocument(about)), isPlain: true },
  });
  const { names, associated } = embedFiles(file, files, createdAt);
  const catalogue = file.add(
    writeDict({
      ...{ Type: '/Catalog', Pages: writeRef(written.tree), Lang: writeText(language), MarkInfo: writeDict({ Marked: 'true' }) },
      ...{ StructTreeRoot: writeRef(tags), Metadata: writeRef(metadata), Names: names, AF: associated },
      ViewerPreferences: writeDict({ DisplayDocTitle: 'true', Direction: language === 'fa' ? '/R2L' : '/L2R' }),
      // 3: there is a signature, and whoever adds to the file may only append.
      AcroForm: writeDict({ Fields: writeArray([writeRef(sealed.field)]), SigFlags: '3' }),
    }),
  );
  const info = file.add(
    writeDict({ Title: writeText(title), Author: writeText(author), Producer: writeText(producer), CreationDate: writeDate(createdAt) }),
  );
  return sealPdf(file.write({ root: catalogue, info, id: about.id }), sealed, seal.sign);
}

/** What the catalogue's metadata say: the same as its dictionary, and by which rules the file was made. @see ISO 19005-3, sections 6.6.2 and 6.6.4 */
function describeDocument({ title, author, createdAt, language }: DocumentParts['about']): string {
  const [shownTitle, shownAuthor] = [escapeXml(title), escapeXml(author)];
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${shownTitle}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${shownAuthor}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${createdAt.toISOString().slice(0, 19)}Z</xmp:CreateDate>
<pdf:Producer>${producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
