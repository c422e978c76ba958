import type { Bytes, Sha256 } from '../credential/index.ts';
import { isSameBytes } from '../encoding/index.ts';
import { hashNode, hashNothing } from './hashes.ts';
import { half, isOdd, isTreeSize } from './tree-size.ts';

/** A tree as its owner states it. */
export type TreeHead = { readonly size: number; readonly root: Bytes };

/**
 * True when `path` proves that the tree of `to` begins with all entries of the tree of `from`, in their order. Trees of
 * one size are the same or are not, and every tree continues the empty one; both are shown by an empty path.
 * @see RFC 9162, section 2.1.4.2
 */
export async function isConsistent(from: TreeHead, to: TreeHead, path: readonly Bytes[], sha256: Sha256): Promise<boolean> {
  if (!isTreeSize(from.size) || !isTreeSize(to.size) || from.size > to.size) return false;
  if (from.size === 0 && !isSameBytes(from.root, await hashNothing(sha256))) return false;
  if (from.size === 0 && to.size > 0) return path.length === 0;
  if (from.size === to.size) return path.length === 0 && isSameBytes(from.root, to.root);
  const roots = await computeRoots(from, to, path, sha256);
  return roots !== undefined && isSameBytes(roots.from, from.root) && isSameBytes(roots.to, to.root);
}

/** Both roots as they follow from the path; undefined when it has not the right length. */
async function computeRoots(from: TreeHead, to: TreeHead, path: readonly Bytes[], sha256: Sha256) {
  let [place, last] = [from.size - 1, to.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  // A smaller tree that is whole by itself stands in the larger one as it is, and is not sent.
  const [first, ...rest] = place === 0 ? [from.root, ...path] : path;
  if (first === undefined) return undefined;
  let roots = { from: first, to: first };
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      roots = { from: await hashNode(hash, roots.from, sha256), to: await hashNode(hash, roots.to, sha256) };
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      roots = { from: roots.from, to: await hashNode(roots.to, hash, sha256) };
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? roots : undefined;
}
