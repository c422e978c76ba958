import { readFileSync } from 'node:fs';
import { breakLines } from '../pdf/break-lines.ts';
import { drawLine } from '../pdf/draw.ts';
import { useFont } from '../pdf/embed-font.ts';
import { findFontFile, loadShapingTools } from '../pdf/load-fonts.ts';
import { createPages, pageHeight } from '../pdf/pages.ts';
import { createPdfFile } from '../pdf/pdf-file.ts';
import { createTag } from '../pdf/tags.ts';
import { writeDocument } from '../pdf/write-document.ts';

export type PrintedLine = { readonly pdf: Uint8Array<ArrayBuffer> /** TrueType. */; readonly font: Uint8Array };

/** One line of Persian on an empty page, as receipts print it, and the font that it is printed with. */
export async function printTestLine(text: string, size: number): Promise<PrintedLine> {
  const tools = await loadShapingTools();
  const file = createPdfFile();
  const pages = createPages(file);
  const uses = { regular: useFont(tools.fonts.regular), bold: useFont(tools.fonts.bold) };
  const root = createTag('Document');
  const [line] = breakLines(text, 500, { font: tools.fonts.regular, size, direction: 'rtl' }, tools);
  if (line === undefined) throw new Error('Nothing to print.');
  pages.add().draw(drawLine(line, { x: 40, baseline: pageHeight - 100, size, color: [0, 0, 0] }, uses.regular), root);
  const about = { language: 'fa', title: text, author: '', createdAt: new Date(0), id: new Uint8Array(16) } as const;
  const seal = { name: '', at: new Date(0), maxLength: 4, sign: async () => new Uint8Array(4) };
  const pdf = await writeDocument({ file, pages, uses, root, about, files: [], seal });
  return { pdf, font: readFileSync(findFontFile('regular')) };
}
