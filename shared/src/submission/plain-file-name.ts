import { cleanValue } from '../vocabulary/index.ts';
import { type AttachmentType, attachmentTypes } from './attachment-slot.ts';

const maxStemLength = 100;
/** What a path, a command line or a desktop reads as something else than a letter of a name. */
const special = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]/gu;

/**
 * True when a file of that type may bear this name: one stem and one end, the type's own; no path, no control or direction
 * character, nothing hidden, and no second end (`scan.pdf.exe`), whichever system it is saved on.
 */
export function isPlainFileName(name: string, type: AttachmentType): boolean {
  const at = name.lastIndexOf('.');
  const [stem, end] = [name.slice(0, at), name.slice(at + 1).toLowerCase()];
  const ends: readonly string[] = attachmentTypes[type];
  return at > 0 && ends.includes(end) && isPlainStem(stem);
}

function isPlainStem(stem: string): boolean {
  return stem.length <= maxStemLength && stem !== '' && cleanValue(stem) === stem && !stem.includes('.') && stem.search(special) < 0;
}

/** A plain name for a file that is called `name`: its own as far as that is plain, under the end of its type. */
export function toPlainFileName(name: string, type: AttachmentType): string {
  const [usual]: readonly [string, ...string[]] = attachmentTypes[type];
  const ends: readonly string[] = attachmentTypes[type];
  const at = name.lastIndexOf('.');
  const given = name.slice(at + 1).toLowerCase();
  const end = at >= 0 && ends.includes(given) ? given : usual;
  const words = (at > 0 ? name.slice(0, at) : name).replace(special, '-').replaceAll('.', '-');
  const stem = cleanValue([...cleanValue(words)].slice(0, maxStemLength / 2).join(''));
  return `${stem === '' ? 'file' : stem}.${end}`;
}
