import type { Bytes } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import {
  type Attachment,
  type AttachmentSlot,
  type AttachmentType,
  type FormDefinition,
  toPlainFileName,
} from '@daricheh/shared/submission';
import type { PageFile, ReadFile } from '../consent/page-file.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import type { AnswerFault } from './read-answers.ts';

/** The files of the form under review, as they stand in the page now. Both throw AppError `page_gone`. */
export type PageFiles = {
  /** Those that the file boxes of these names hold. */
  readonly list: (controls: readonly string[]) => Promise<readonly PageFile[]>;
  /** The bytes of one. Throws AppError `form_changed` when it is no longer there. */
  readonly read: (file: PageFile) => Promise<Bytes>;
};

export type FilesRead =
  | { readonly kind: 'ready'; readonly attachments: readonly Attachment[]; readonly files: readonly ReadFile[] }
  | { readonly kind: 'incomplete'; readonly faults: readonly AnswerFault[] };

/**
 * What is attached to a form, slot by slot. A file is read once, one at a time, to be hashed and told by its first bytes; one
 * that is among `known`, as it was, is not read again: what is sent is held to its hash all the same. One that is too large is never read.
 */
export async function readFiles(
  { attachments: slots = [] }: Pick<FormDefinition, 'attachments'>,
  known: readonly ReadFile[],
  page: PageFiles,
): Promise<FilesRead> {
  const listed = slots.length === 0 ? [] : await page.list(slots.map(({ control }) => control));
  const [attachments, files, faults]: [Attachment[], ReadFile[], AnswerFault[]] = [[], [], []];
  for (const slot of slots) {
    const inSlot = listed.filter(({ control }) => control === slot.control);
    const read = findFault(slot, inSlot) ?? (await readAll(slot, inSlot, known, page));
    if (typeof read === 'string') faults.push({ field: slot.id, label: slot.label, problem: read });
    else {
      files.push(...read);
      attachments.push(...read.map((file) => describeFile(slot, file)));
    }
  }
  return faults.length > 0 ? { kind: 'incomplete', faults } : { kind: 'ready', attachments, files };
}

type FileProblem = AnswerFault['problem'];

function findFault({ required, maxFiles, maxBytes }: AttachmentSlot, files: readonly PageFile[]): FileProblem | undefined {
  if (required && files.length === 0) return 'no_file';
  if (files.length > maxFiles) return 'too_many_files';
  if (files.some(({ size }) => size === 0)) return 'file_empty';
  return files.some(({ size }) => size > maxBytes) ? 'file_too_large' : undefined;
}

async function readAll(
  { mediaTypes }: AttachmentSlot,
  files: readonly PageFile[],
  known: readonly ReadFile[],
  page: PageFiles,
): Promise<readonly ReadFile[] | FileProblem> {
  const read: ReadFile[] = [];
  for (const file of files) read.push(known.find((each) => isSameFile(each, file)) ?? (await readOne(file, page)));
  if (read.some(({ mediaType }) => mediaType === null || !mediaTypes.includes(mediaType))) return 'file_type';
  return new Set(read.map((file) => file.sha256)).size === read.length ? read : 'file_twice';
}

async function readOne(file: PageFile, page: PageFiles): Promise<ReadFile> {
  const bytes = await page.read(file);
  return { ...file, sha256: encodeBase64Url(await sha256(bytes)), mediaType: tellType(bytes) };
}

function isSameFile(a: PageFile, b: PageFile): boolean {
  return a.control === b.control && a.index === b.index && a.name === b.name && a.size === b.size && a.modifiedAtMs === b.modifiedAtMs;
}

function describeFile({ id, label }: AttachmentSlot, { name, sha256: hash, size, mediaType }: ReadFile): Attachment {
  const type: AttachmentType = mediaType ?? 'application/pdf';
  return { slot: id, label, name: toPlainFileName(name, type), mediaType: type, sha256: hash, size };
}

const firstBytes: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

function tellType(bytes: Bytes): AttachmentType | null {
  return firstBytes.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}
