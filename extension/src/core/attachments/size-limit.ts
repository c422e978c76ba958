import { toLatinDigits } from '@daricheh/shared/vocabulary';
import type { UploadField } from './upload-field.ts';

const kilobyte = 1024;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(kb|kib|k|kilobytes?|کیلوبایت|کیلو)$/, kilobyte],
  [/^(mb|mib|m|megabytes?|مگابایت|مگا|مگ)$/, kilobyte * kilobyte],
  [/^(bytes?|b|بایت)$/, 1],
];
/** Words before a size that make it the least, not the most. */
const leastWords = new Set(['حداقل', 'کمینه', 'از', 'بین', 'minimum', 'min', 'least', 'from', 'between', 'over']);
const words = /\d{1,9}(?:[.,]\d{1,3})?|[\p{L}]+/gu;

/**
 * The most bytes that a file for this box may have: as its attributes say (bytes, or with a unit), and as the words beside it say; the least of them. Null
 * where nothing is said. Where a page means 1000 by k, 2.4 % are lost: the wallet stays that much below.
 */
export function findSizeLimit({
  sizeHint,
  labels,
  description,
  title,
  box,
}: Pick<UploadField, 'sizeHint' | 'labels' | 'description' | 'title' | 'box'>): number | null {
  const said = [...labels, description, title, box].flatMap((text) => listSizes(text));
  const stated = [...readHint(sizeHint), ...said].filter((bytes) => bytes > 0);
  return stated.length === 0 ? null : Math.floor(Math.min(...stated) * 0.976);
}

/** True where the words say that the size is that of all files together. */
export function limitsAll({ labels, description, title, box }: Pick<UploadField, 'labels' | 'description' | 'title' | 'box'>): boolean {
  return [...labels, description, title, box].some((text) =>
    /مجموع|روی هم|\b(total|in all|altogether|combined)\b/i.test(text.slice(0, 400)),
  );
}

function readHint(hint: string): number[] {
  return /^\d{1,12}$/.test(hint.trim()) ? [Number(hint)] : listSizes(hint);
}

/** Every size that a text names as a most. */
function listSizes(text: string): number[] {
  const tokens =
    toLatinDigits(text.slice(0, 400))
      .replace(/\u200c/g, '')
      .toLowerCase()
      .match(words) ?? [];
  return tokens.flatMap((token, place) => {
    if (!/^\d/.test(token) || leastWords.has(tokens[place - 1] ?? '')) return [];
    const unit = units.find(([pattern]) => pattern.test(tokens[place + 1] ?? ''));
    return unit ? [Number(token.replace(',', '.')) * unit[1]] : [];
  });
}
