import { hash } from 'node:crypto';
import { maxCadesLength, signCades } from '@daricheh/shared/cades';
import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { sheetFileNames } from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { EmbeddedFile } from '../pdf/embed-files.ts';
import { useFont } from '../pdf/embed-font.ts';
import { loadShapingTools } from '../pdf/load-fonts.ts';
import { createPages } from '../pdf/pages.ts';
import { createPdfFile } from '../pdf/pdf-file.ts';
import { writeDocument } from '../pdf/write-document.ts';
import { type AskPorts, askForTimeStamp } from '../time-stamps/ask-authority.ts';
import { describeSheet, type SealTime } from './describe-sheet.ts';
import { printSheet } from './print-sheet.ts';
import { type ReadPorts, readStoredReceipt, type StoredReceipt } from './read-receipt.ts';
import type { Language } from './sheet.ts';
import { sheetWords } from './words.ts';

export type SheetOrder = {
  readonly agency: Agency;
  readonly caseNumber: string;
  /** Null: the one in which the form was signed. */
  readonly language: Language | null;
};

/** The file, and the name under which it is kept. */
export type ReceiptSheet = { readonly name: string; readonly bytes: Bytes };

type SheetPorts = AskPorts & ReadPorts & Pick<Deps, 'log'>;

/**
 * A case's receipt as PDF (PAdES baseline B-T): what was submitted and acknowledged as people read it, the submission, the
 * receipt and the evidence embedded as they are, all under the agency's seal with a time stamp by the authority of its choice.
 * Where that authority does not answer it is B-B, and says so.
 *
 * Made anew each time from what is stored. Its pages and files are then the same, byte for byte, while the seal and its time
 * stamp are new: to keep a copy would be to keep each submission twice, and the newest time stamp is the one that can be
 * checked the longest.
 * @throws AppError as `readStoredReceipt`
 * @see ETSI EN 319 142-1, section 6
 */
export async function makeReceiptSheet({ agency, caseNumber, language }: SheetOrder, ports: SheetPorts): Promise<ReceiptSheet> {
  const stored = await readStoredReceipt(agency, caseNumber, ports);
  const spoken = language ?? stored.manifest.locale;
  const order = { agency, stored, language: spoken };
  const name = `daricheh-${agency.id}-${stored.record.caseNumber}.pdf`.replaceAll(/[^A-Za-z0-9.-]/g, '-');
  if (agency.timeStampsFrom === null) return { name, bytes: await seal({ ...order, sealTime: 'none' }, async () => null, ports) };
  const { timeStampsFrom } = agency;
  try {
    return { name, bytes: await seal({ ...order, sealTime: 'stamped' }, (data) => askForTimeStamp(timeStampsFrom, data, ports), ports) };
  } catch (error) {
    if (!(error instanceof AppError) || error.facts['what'] !== 'time_stamp') throw error;
    ports.log({ level: 'warn', event: 'sheet without time stamp', code: error.code, reason: String(error.facts['reason']) });
    return { name, bytes: await seal({ ...order, sealTime: 'away' }, async () => null, ports) };
  }
}

type SealOrder = { readonly agency: Agency; readonly stored: StoredReceipt; readonly language: Language; readonly sealTime: SealTime };
type Stamp = (signature: Bytes) => Promise<Bytes | null>;

async function seal({ agency, stored, language, sealTime }: SealOrder, stamp: Stamp, { now, sha256 }: SheetPorts): Promise<Bytes> {
  const tools = await loadShapingTools();
  const file = createPdfFile();
  const pages = createPages(file);
  const uses = { regular: useFont(tools.fonts.regular), bold: useFont(tools.fonts.bold) };
  const sheet = describeSheet({ agency, stored, language, sealTime });
  const root = await printSheet(sheet, { pages, tools, uses, isRightToLeft: language === 'fa' });
  const certificate = new Uint8Array(Buffer.from(agency.seal.certificate, 'base64'));
  const signer = { certificate, sign: agency.seal.sign };
  return writeDocument({
    ...{ file, pages, uses, root, files: listFiles(stored, language) },
    about: {
      ...{ language, title: sheet.title.text, author: agency.name[language], createdAt: new Date(stored.receipt.receivedAt) },
      id: hash('sha256', stored.files.receipt, 'buffer').subarray(0, 16),
    },
    seal: {
      ...{ name: agency.name[language], at: now(), maxLength: maxCadesLength(certificate) },
      sign: (data) => signCades(data, signer, stamp, { sha256 }),
    },
  });
}

const mediaTypes = {
  submission: 'application/json',
  receipt: 'application/jose',
  evidence: 'application/json',
  form: 'application/jose',
} as const;

function listFiles({ files }: StoredReceipt, language: Language): EmbeddedFile[] {
  const { files: about } = sheetWords[language];
  return (['submission', 'receipt', 'evidence', 'form'] as const).flatMap((key) => {
    const data = files[key];
    return data === null ? [] : [{ name: sheetFileNames[key], mediaType: mediaTypes[key], about: about[key], data }];
  });
}
