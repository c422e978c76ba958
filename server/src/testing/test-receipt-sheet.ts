import {
  type CoSubmissionEnvelope,
  coSubmissionAnswer,
  decodeManifest,
  type Manifest,
  type SubmissionAnswer,
  submissionAnswer,
} from '@daricheh/shared/submission';
import { testSignerIds } from '@daricheh/shared/testing';
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
  return describeWorld(app, submissionAnswer.parse(await response.json()));
}

/** The same of a form that two people signed, the second an hour after the first: both signatures as the agency gave them to each wallet. */
export async function createCoSheetWorld(): Promise<SheetWorld & { readonly coSigned: CoSubmissionEnvelope }> {
  const app = await createTestApp({ timeStampsFrom: timeStampsOfRegistry, isCoSigned: true });
  const applicant = await createTestSigner(app, { nationalId: testSignerIds.applicant });
  const first = await applicant.sign({ role: 'applicant' });
  await applicant.submit(first, 'key-of-the-first');
  app.clock.now = new Date(app.clock.now.getTime() + 3_600_000);
  const spouse = await createTestSigner(app, { nationalId: testSignerIds.spouse });
  const manifest = decodeManifest(new Uint8Array(Buffer.from(first.jws.payload, 'base64url')));
  const response = await spouse.submit(await spouse.sign({ role: 'spouse', manifest }), 'key-of-the-second');
  const answer = coSubmissionAnswer.parse(await response.json());
  if (answer.coSigned === undefined) throw new Error('Not both signatures.');
  return { ...describeWorld(app, answer), coSigned: answer.coSigned };
}

function describeWorld(app: TestApp, { receipt, caseUri, caseToken }: SubmissionAnswer): SheetWorld {
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
