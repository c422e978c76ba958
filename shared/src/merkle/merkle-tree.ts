import type { Bytes, Sha256 } from '../credential/index.ts';
import { appendLeaf, computeFrontierRoot, emptyFrontier } from './frontier.ts';
import { hashLeaf } from './hashes.ts';
import type { InclusionProof } from './inclusion-proof.ts';
import { proveInclusion, type ReadTile, tileWidth } from './tiles.ts';

/** The root of a tree, and the proof of each of its entries, in their order. */
export type MerkleTree = { readonly root: Bytes; readonly proofs: readonly InclusionProof[] };

/** The tree over `entries`, of which there is at least one. @see RFC 6962, section 2.1 */
export async function buildMerkleTree(entries: readonly Bytes[], sha256: Sha256): Promise<MerkleTree> {
  if (entries.length === 0) throw new TypeError('A tree has at least one entry.');
  const { root, readTile } = await holdTree(entries, sha256);
  const size = entries.length;
  const proofs = entries.map(async (_entry, index) => ({ index, size, path: await proveInclusion({ index, size }, readTile, sha256) }));
  return { root, proofs: await Promise.all(proofs) };
}

/** The root over `entries`, and their tiles, in memory. */
export async function holdTree(entries: readonly Bytes[], sha256: Sha256): Promise<{ readonly root: Bytes; readonly readTile: ReadTile }> {
  const tiles = new Map<string, Bytes[]>();
  const tileOf = (level: number, index: number): Bytes[] => {
    const tile = tiles.get(`${level} ${index}`) ?? [];
    tiles.set(`${level} ${index}`, tile);
    return tile;
  };
  let frontier = emptyFrontier;
  for (const entry of entries) {
    const leaf = await hashLeaf(entry, sha256);
    tileOf(0, Math.floor(frontier.size / tileWidth)).push(leaf);
    const appended = await appendLeaf(frontier, leaf, sha256);
    for (const { level, index, hash } of appended.whole) tileOf(level, index).push(hash);
    frontier = appended.frontier;
  }
  return { root: await computeFrontierRoot(frontier, sha256), readTile: ({ level, index }) => tiles.get(`${level} ${index}`) ?? [] };
}
