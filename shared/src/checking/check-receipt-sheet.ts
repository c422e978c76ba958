import { verifyCades } from '../cades/index.ts';
import type { Bytes } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { readSealedPdf, type SealedPdf } from '../pdf/index.ts';
import { isClockOfAnother, readSheetFiles, type SubmissionFile, sheetFileNames } from '../submission/index.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import type { CheckReport } from './check-report.ts';
import { checkSubmissionFile } from './check-submission-file.ts';
import { readCommonName } from './common-name.ts';
import { Examination, notChecked, type Told } from './examination.ts';
import { examineTrust, type Trust } from './examine-trust.ts';
import { type CheckReason, judge } from './finding.ts';
import { judgeStamp } from './judge-stamp.ts';
import { expectSealOf } from './scene.ts';
import { endOfPath } from './seal-end.ts';

const code = 'receipt_sheet_invalid';

/**
 * What can be shown of a receipt as PDF: that it is in one piece, under the agency's seal (PAdES), and of the submission inside it
 * all that `checkSubmissionFile` looks at. What the pages say is for whoever reads them: the seal says that they are the agency's.
 */
export async function checkReceiptSheet(pdf: Bytes, call: CheckCall, ports: CheckPorts): Promise<CheckReport> {
  const examination = new Examination();
  const sheet = await examineSheet(pdf, examination);
  const file = await examineEnclosed(sheet, examination);
  const inner = file === undefined ? undefined : await checkSubmissionFile(file, call, ports);
  const trust = await examineTrust(file ?? {}, call, ports, examination);
  await examineSeal(sheet, inner?.about?.origin, { call, ports, trust, examination });
  // Of the roots the submission tells, where there is one.
  const own = examination.findings.filter(({ rule }) => inner === undefined || rule !== 'root');
  const findings = [...own, ...(inner?.findings ?? [])];
  return { kind: 'sheet', verdict: judge(findings), checkedAt: call.now.toISOString(), about: inner?.about ?? null, findings };
}

/** The submission inside such a PDF. @throws AppError `receipt_sheet_invalid`, `submission_file_invalid` */
export function readEnclosed({ files }: SealedPdf): SubmissionFile {
  const { submission, receipt, evidence, form } = sheetFileNames;
  const [first, second, third] = [submission, receipt, evidence].map((name) => files.get(name));
  if (first === undefined || second === undefined || third === undefined) throw new AppError(code, { what: 'embedded_file' });
  return readSheetFiles({ submission: first, receipt: second, evidence: third, form: files.get(form) ?? null });
}

/** Rule `sheet`: every byte of the PDF belongs to one object of one revision. */
async function examineSheet(pdf: Bytes, examination: Examination): Promise<SealedPdf | undefined> {
  let sheet: SealedPdf | undefined;
  await examination.look('sheet', [], () =>
    explain(async () => {
      sheet = readSealedPdf(pdf);
      return {};
    }),
  );
  return sheet;
}

/** Rule `enclosed`: submission, receipt and evidence are in it, and say the same. */
async function examineEnclosed(sheet: SealedPdf | undefined, examination: Examination): Promise<SubmissionFile | undefined> {
  let file: SubmissionFile | undefined;
  await examination.look('enclosed', ['sheet'], (): Told => {
    if (sheet === undefined) return notChecked('needs', { needs: 'sheet' });
    file = readEnclosed(sheet);
    return { facts: { names: [...sheet.files.keys()].join(', ') } };
  });
  return file;
}

type SealScene = {
  readonly call: CheckCall;
  readonly ports: CheckPorts;
  readonly trust: Trust;
  readonly examination: Examination;
};

/** Rule `sheet-seal`: the agency of the signed text sealed all of the PDF, as of the seal's time stamp, else as of when the agency says. */
function examineSeal(sheet: SealedPdf | undefined, origin: string | undefined, scene: SealScene): Promise<void> {
  const { call, trust, examination } = scene;
  const ports = { ...scene.ports, verifyChain: trust.verifyChain, verifyTimeStampChain: trust.verifyTimeStampChain };
  return examination.look('sheet-seal', ['sheet', 'enclosed', 'root'], () =>
    explain(async () => {
      if (sheet === undefined || origin === undefined) return notChecked('needs', { needs: 'manifest' });
      const { data, signature, claimedAt } = sheet.readSeal();
      const { certificateHashes } = expectSealOf(origin, trust.list, claimedAt);
      const expected = { data, origin, certificateHashes, claimedAt, code } as const;
      const { stamp, path } = await verifyCades(signature, expected, ports);
      const facts = { signer: readCommonName(path[0].subject) };
      if (stamp === null) {
        const told = { asOf: claimedAt, clock: 'agency', facts } as const;
        return endOfPath(path) >= call.now ? told : { ...told, outcome: 'cannot-be-proven', reason: 'certificate_ended' };
      }
      const clock = isClockOfAnother(stamp, origin) ? 'authority' : 'agency';
      const told = await judgeStamp(stamp, (judgedAt) => verifyCades(signature, { ...expected, judgedAt }, ports), call.now);
      return { ...told, asOf: stamp.at, clock, facts };
    }),
  );
}

/** In a reader's words, by what was refused. */
const explained: Readonly<Record<string, CheckReason>> = {
  added_behind: 'added_behind',
  byte_range: 'byte_range',
  message_digest: 'changed_since',
};

async function explain(check: () => Promise<Told>): Promise<Told> {
  try {
    return await check();
  } catch (error) {
    const reason = error instanceof AppError && error.code === code ? explained[String(error.facts['what'])] : undefined;
    if (reason === undefined) throw error;
    return { outcome: 'fails', reason };
  }
}
