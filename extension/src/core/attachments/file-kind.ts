import type { UploadField, UploadFile } from './upload-field.ts';

/** A kind of file that the wallet can make, and the end of its name. */
export type FileKind = { readonly type: UploadFile['type']; readonly extension: 'pdf' | 'jpg' | 'jpeg' | 'png' };

const pdf: FileKind = { type: 'application/pdf', extension: 'pdf' };
const jpg: FileKind = { type: 'image/jpeg', extension: 'jpg' };
const jpeg: FileKind = { type: 'image/jpeg', extension: 'jpeg' };
const png: FileKind = { type: 'image/png', extension: 'png' };

/** What each entry of `accept` lets through, in lower case. */
const accepted: Readonly<Record<string, FileKind>> = {
  '.pdf': pdf,
  'application/pdf': pdf,
  '.jpg': jpg,
  '.jpeg': jpeg,
  'image/jpeg': jpg,
  'image/jpg': jpg,
  'image/*': jpg,
  '.png': png,
  'image/png': png,
  '*/*': pdf,
  '*': pdf,
};
/** In this order: a PDF is printed as it was made, a photograph format is the smaller of the pictures. */
const preferred = [pdf, jpg, jpeg, png];

/**
 * The kind of file for a box: of those that its `accept` lets through; where it says nothing, of those that the words beside it name, or a PDF. Undefined
 * where it takes none that the wallet can make.
 * @see HTML, section 4.10.5.1.18, the accept attribute
 */
export function chooseFileKind({
  accept,
  labels,
  description,
  box,
}: Pick<UploadField, 'accept' | 'labels' | 'description' | 'box'>): FileKind | undefined {
  const entries = accept
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) return chooseByWords([...labels, description, box].join(' ').toLowerCase());
  const kinds = entries.flatMap((entry) => (Object.hasOwn(accepted, entry) ? (accepted[entry] ?? []) : []));
  return preferred.find((kind) => kinds.includes(kind));
}

function chooseByWords(words: string): FileKind {
  const named = preferred.filter(({ extension }) => words.includes(extension));
  return named[0] ?? pdf;
}
