import type { Bytes, Sha256 } from '../credential/index.ts';
import { hashLeaf, hashNode } from './hashes.ts';
import { half, isOdd, isTreeSize } from './tree-size.ts';

/** Where one entry stands in a tree: its index, the number of entries, and the hashes beside its way to the root. */
export type InclusionProof = { readonly index: number; readonly size: number; readonly path: readonly Bytes[] };

/**
 * The root that follows from `entry` and its proof; undefined when the proof has not the length that its index and size
 * ask for. That the root is the expected one is for the caller to compare.
 * @see RFC 9162, section 2.1.3.2 (the hashes are those of RFC 6962)
 */
export async function computeMerkleRoot(entry: Bytes, proof: InclusionProof, sha256: Sha256): Promise<Bytes | undefined> {
  const { index, size, path } = proof;
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) return undefined;
  let hash = await hashLeaf(entry, sha256);
  let place = index;
  let last = size - 1;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      hash = await hashNode(sibling, hash, sha256);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = await hashNode(hash, sibling, sha256);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : undefined;
}
