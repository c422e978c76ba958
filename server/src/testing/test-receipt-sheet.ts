import { type Manifest, submissionAnswer } from '@daricheh/shared/submission';
import { useFont } from '../pdf/embed-font.ts';
import { loadShapingTools } from '../pdf/load-fonts.ts';
import { createPages } from '../pdf/pages.ts';
import { createPdfFile } from '../pdf/pdf-file.ts';
import { writeDocument } from '../pdf/write-document.ts';
import { makeReceiptSheet } from '../receipt-sheet/make-receipt-sheet.ts';
import { printSheet } from '../receipt-sheet/print-sheet.ts';
import type { Language, Sheet } from '../receipt-sheet/sheet.ts';
import { createTestApp, type TestApp, type TestAppOptions, timeStampsOfRegistry } from './test-app.ts';
import { createTestSigner } from './test-signer.ts';

export type SheetWorld = {
  readonly app: TestApp;
  readonly caseNumber: string;
  readonly caseToken: string;
  readonly receipt: string;
  make(language?: Language): Promise<Uint8Array<ArrayBuffer>>;
};

/** A form that a citizen signed with these answers, and its receipt as PDF. Signatures are stamped by the registry unless said otherwise. */
export async function createSheetWorld(
  answers?: Manifest['answers'],
  options: TestAppOptions = { timeStampsFrom: timeStampsOfRegistry },
): Promise<SheetWorld> {
  const app = await createTestApp(options);
  const signer = await createTestSigner(app);
  const response = await signer.submit(await signer.sign({ ...(answers && { answers }) }));
  const { receipt, caseUri, caseToken } = submissionAnswer.parse(await response.json());
  const caseNumber = caseUri.split('/').at(-1) ?? '';
  const agency = app.deps.agencies.find(({ id }) => id === 'tax');
  if (agency === undefined) throw new Error('No tax agency.');
  return {
    ...{ app, caseNumber, caseToken, receipt },
    make: async (language) => {
      const order = { agency, caseNumber, language: language ?? null };
      return (await makeReceiptSheet(order, { ...app.deps, ...app.trust })).bytes;
    },
  };
}

/** A Persian sheet, without a seal, that says these values one under the other. */
export async function printTestSheet(values: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const tools = await loadShapingTools();
  const file = createPdfFile();
  const pages = createPages(file);
  const uses = { regular: useFont(tools.fonts.regular), bold: useFont(tools.fonts.bold) };
  const lines = values.map((value) => ({ label: { text: 'پاسخ' }, value, direction: 'auto' as const, notes: [] }));
  const sheet: Sheet = {
    ...{ language: 'fa', agency: { text: 'نهاد' }, title: { text: 'رسید' }, code: { content: 'code', alternative: 'رمزینه' } },
    ...{ facts: lines, sections: [], missingGlyphs: '◊', footer: (page, count) => `صفحه ${page} از ${count}` },
  };
  const root = await printSheet(sheet, { pages, tools, uses, isRightToLeft: true });
  const about = { language: 'fa', title: 'رسید', author: 'نهاد', createdAt: new Date(0), id: new Uint8Array(16) } as const;
  const seal = { name: 'نهاد', at: new Date(0), maxLength: 4, sign: async () => new Uint8Array(4) };
  return writeDocument({ file, pages, uses, root, about, files: [], seal });
}
