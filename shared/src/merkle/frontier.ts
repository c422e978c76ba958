import type { Bytes, Sha256 } from '../credential/index.ts';
import { hashNode, hashNothing } from './hashes.ts';
import { type TileName, tileHeight, tileWidth } from './tiles.ts';
import { half, isOdd } from './tree-size.ts';

/**
 * All that one must keep of a tree to append to it: how many entries it has, and the roots of the whole trees that it
 * parts into, from the left. There is one for each bit that is set in the size.
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Bytes[] };

/** A hash to store: the one at `offset` of a tile above the leaves. */
export type TileHash = TileName & { readonly offset: number; readonly hash: Bytes };

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** The tree with one more entry, whose leaf hash is given, and the hashes of stored levels (but for the leaf) that are whole with it. Takes as many hashes as the tree has levels, at most. */
export async function appendLeaf(
  { size, hashes }: Frontier,
  leaf: Bytes,
  sha256: Sha256,
): Promise<{ readonly frontier: Frontier; readonly whole: readonly TileHash[] }> {
  const left = [...hashes];
  const whole: TileHash[] = [];
  let [hash, height, place] = [leaf, 0, size];
  while (isOdd(place)) {
    const sibling = left.pop();
    if (sibling === undefined) throw new Error('The frontier has not the hashes that its size asks for.');
    hash = await hashNode(sibling, hash, sha256);
    [height, place] = [height + 1, half(place)];
    if (height % tileHeight === 0) {
      whole.push({ level: height / tileHeight, index: Math.floor(place / tileWidth), offset: place % tileWidth, hash });
    }
  }
  return { frontier: { size: size + 1, hashes: [...left, hash] }, whole };
}

/** The root of the tree. */
export async function computeFrontierRoot({ hashes }: Frontier, sha256: Sha256): Promise<Bytes> {
  const [last, ...others] = hashes.toReversed();
  if (last === undefined) return hashNothing(sha256);
  let root = last;
  for (const hash of others) root = await hashNode(hash, root, sha256);
  return root;
}
