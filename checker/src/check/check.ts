import { basename, dirname } from 'node:path';
import {
  type Checkable,
  type CheckPorts,
  type CheckReport,
  checkFile,
  describeBeside,
  maxCheckableLength,
  readCheckable,
  type SubmissionBeside,
  type Verdict,
} from '@daricheh/shared/checking';
import { type Bytes, inflateZlib } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { cleanText } from '@daricheh/shared/submission';
import { decodePemCertificates } from '@daricheh/shared/x509';
import { digest, sha256, verifyP256, verifyRs256, verifySignature } from '../node-crypto.ts';
import type { Language, Text } from '../text/text.ts';
import type { ExitCode, World } from '../world.ts';
import { findBeside, type Neighbour } from './find-beside.ts';
import { tellReport } from './tell-report.ts';

export type CheckFilesCall = {
  /** A file or a folder. */
  readonly source: string;
  /** Files of root certificates (PEM). */
  readonly roots: readonly string[];
  /** File of a signed trust list. */
  readonly trustList: string | null;
  readonly isJson: boolean;
  readonly language: Language;
};

const ports: CheckPorts = { sha256, verifyP256, verifyRs256, verifySignature, digest, inflate: inflateZlib };

/** A file that was looked at; without a report where it could not be read. */
type Checked = { readonly name: string; readonly report: CheckReport | null };

/** A file that names itself something that can be checked; `described` is null where it is no submission, or is torn. */
type Found = { readonly name: string; readonly described: SubmissionBeside | null };

/** Where the file that is checked lies. */
type Place = {
  readonly all: readonly Neighbour[];
  readonly listSubmissions: (beside: Checkable) => Promise<readonly SubmissionBeside[]>;
};

type Trust = { readonly roots: readonly Bytes[]; readonly trustList: string | null };

/** Checks what somebody saved, or all of it that lies in a folder, and writes what holds and what does not. */
export async function checkFiles(call: CheckFilesCall, world: World, text: Text): Promise<ExitCode> {
  const trust = await readTrust(call, world);
  const inFolder = await world.listFolder(call.source);
  const all = inFolder ?? (await world.listFolder(dirname(call.source))) ?? [];
  const found = inFolder === null ? null : await findCheckable(inFolder);
  const place: Place = {
    all,
    // Beside a single file the others are read only where it names one of them.
    listSubmissions: async (checkable) => listDescribed(found ?? ((await namesEarlier(checkable)) ? await findCheckable(all) : [])),
  };
  const names = found === null ? [basename(call.source)] : found.map(({ name }) => name);
  const checked: Checked[] = [];
  for (const name of names) checked.push(await checkOne(name, place, trust, world));
  if (call.isJson) world.write(writeJson({ files: checked.map(({ name, report }) => ({ name, ...report })) }));
  else write(checked, call, world, text);
  return chooseExit(checked);
}

async function readTrust({ roots, trustList }: CheckFilesCall, world: World): Promise<Trust> {
  const pems = await Promise.all(roots.map((file) => world.readText(file)));
  return { roots: pems.flatMap(decodePemCertificates), trustList: trustList === null ? null : (await world.readText(trustList)).trim() };
}

/** What names itself something that can be checked, whether it is whole or not. */
async function findCheckable(neighbours: readonly Neighbour[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const { name, size, read } of neighbours) {
    if (!/\.(json|pdf)$/i.test(name) || size > maxCheckableLength) continue;
    const checkable = await readFound(read);
    if (checkable !== null) found.push({ name, described: checkable === 'torn' ? null : await describeBeside(name, checkable, sha256) });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listDescribed(found: readonly Found[]): SubmissionBeside[] {
  return found.flatMap(({ described }) => described ?? []);
}

async function namesEarlier(checkable: Checkable): Promise<boolean> {
  const described = await describeBeside('', checkable, sha256);
  return described !== null && described.earlier !== null;
}

async function checkOne(name: string, { all, listSubmissions }: Place, { roots, trustList }: Trust, world: World): Promise<Checked> {
  const found = all.find((each) => each.name === name);
  if (found === undefined) throw new Error('no such file');
  const checkable = await readFound(found.read);
  if (checkable === null || checkable === 'torn') return { name, report: null };
  const others = all.filter((each) => each !== found);
  const [beside, submissions] = [await findBeside(checkable, others, sha256), await listSubmissions(checkable)];
  const call = { roots, trustList, beside, submissions, now: world.now() };
  return { name, report: await checkFile(checkable, call, ports) };
}

/** As `tryRead`; a file that the system does not give is as torn as one that was cut off, and keeps none of the others from being checked. */
async function readFound(read: Neighbour['read']): Promise<Checkable | 'torn' | null> {
  let bytes: Bytes;
  try {
    bytes = await read();
  } catch {
    // What a file system says of it is in no language of ours, and may hold paths.
    return 'torn';
  }
  return tryRead(bytes);
}

/** Null where it names itself nothing of ours, `torn` where it does and cannot be read. */
function tryRead(bytes: Bytes): Checkable | 'torn' | null {
  try {
    return readCheckable(bytes);
  } catch (error) {
    if (error instanceof AppError) return 'torn';
    throw error;
  }
}

/** What terminals obey, and what turns a line, is in it as an escape: it says the same to machines. */
function writeJson(value: object): string {
  const writeEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, writeEscape);
}

const marks = { holds: '✔', fails: '✘', 'cannot-be-proven': '?', 'not-checked': '–' } as const;
const verdictMarks: Readonly<Record<Verdict, string>> = { valid: '✔', invalid: '✘', 'cannot-be-proven': '?' };

function write(checked: readonly Checked[], { source, language }: CheckFilesCall, world: World, { check }: Text): void {
  if (checked.length === 0) world.write(check.noFiles(source));
  for (const { name, report } of checked) {
    world.write(cleanText(name));
    if (report === null) world.write(`  ✘ ${check.notCheckable}`);
    else writeReport(report, language, world, check);
    world.write('');
  }
  if (checked.length > 1) world.write(check.summary(count(checked)));
}

function writeReport(report: CheckReport, language: Language, world: World, check: Text['check']): void {
  const told = tellReport(report, check, language);
  for (const line of [told.title, ...told.links]) if (line !== '') world.write(`  ${line}`);
  for (const [index, { name, outcome, sentence, when, note }] of told.findings.entries()) {
    const mark = marks[report.findings[index]?.outcome ?? 'not-checked'];
    world.write(`  ${mark} ${name}: ${outcome}${when === null ? '' : ` (${when})`}`);
    for (const line of [sentence, note]) if (line !== null) world.write(`      ${line}`);
  }
  world.write(`  ${verdictMarks[report.verdict]} ${told.verdict}${told.when === null ? '' : ` (${told.when})`}`);
  world.write(`    ${told.checkedAt}`);
}

function count(checked: readonly Checked[]) {
  const of = (verdict: Verdict | 'unreadable') => checked.filter(({ report }) => (report?.verdict ?? 'unreadable') === verdict).length;
  return { valid: of('valid'), invalid: of('invalid'), 'cannot-be-proven': of('cannot-be-proven'), unreadable: of('unreadable') };
}

/** The worst of all: something is wrong, could not be read, cannot be proven. */
function chooseExit(checked: readonly Checked[]): ExitCode {
  const counts = count(checked);
  if (counts.invalid > 0) return 1;
  if (counts.unreadable > 0 || checked.length === 0) return 2;
  return counts['cannot-be-proven'] > 0 ? 3 : 0;
}
