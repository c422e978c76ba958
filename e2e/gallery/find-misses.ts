import type { GalleryPage } from '@daricheh/agencies/gallery';
import type { Filled } from './fill-page.ts';

/**
 * What is not as the truth has it, one line each: `path field: …`. `left empty` is a datum that should have been filled and was not touched; whatever
 * else a line says, something stands there that must not.
 */
export function findMisses(path: string, { fields }: GalleryPage, { before, after }: Filled): string[] {
  const unknown = Object.keys(after).filter((handle) => !Object.hasOwn(fields, handle));
  const misses = Object.entries(fields).flatMap(([handle, truth]) => {
    const stood = before[handle] ?? '';
    const stands = after[handle];
    if (stands === undefined) return [`${handle}: not in the page`];
    if ('left' in truth) return stands === stood ? [] : [`${handle}: “${stands}”, to be left alone (${truth.left})`];
    if (truth.reads.includes(stands)) return [];
    return [stands === stood ? `${handle}: left empty` : `${handle}: “${stands}”, not “${truth.reads.join('” or “')}”`];
  });
  return [...misses, ...unknown.map((handle) => `${handle}: has no truth`)].map((line) => `${path} ${line}`);
}
