import type { Bytes, Sha256 } from '../credential/index.ts';

/** Where one entry stands in a tree: its index, the number of entries, and the hashes beside its way to the root. */
export type InclusionProof = { readonly index: number; readonly size: number; readonly path: readonly Bytes[] };

/** The root of a tree, and the proof of each of its entries, in their order. */
export type MerkleTree = { readonly root: Bytes; readonly proofs: readonly InclusionProof[] };

type Node = { readonly hash: Bytes; readonly paths: readonly (readonly Bytes[])[] };

/**
 * The tree over `entries`, of which there is at least one. Leaves and inner nodes are hashed under different first
 * bytes, so that neither can be passed off as the other.
 * @see RFC 6962, section 2.1
 */
export async function buildMerkleTree(entries: readonly Bytes[], sha256: Sha256): Promise<MerkleTree> {
  const leaves = await Promise.all(entries.map((entry) => hashLeaf(entry, sha256)));
  const { hash: root, paths } = await join(leaves, sha256);
  return { root, proofs: paths.map((path, index) => ({ index, size: entries.length, path })) };
}

/**
 * The root that follows from `entry` and its proof; undefined when the proof has not the length that its index and size
 * ask for. That the root is the expected one is for the caller to compare.
 * @see RFC 9162, section 2.1.3.2 (the hashes are those of RFC 6962)
 */
export async function computeMerkleRoot(entry: Bytes, proof: InclusionProof, sha256: Sha256): Promise<Bytes | undefined> {
  const { index, size, path } = proof;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size || size > maxSize) return undefined;
  let hash = await hashLeaf(entry, sha256);
  let place = index;
  let last = size - 1;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = await hashNode(sibling, hash, sha256);
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else {
      hash = await hashNode(hash, sibling, sha256);
    }
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 ? hash : undefined;
}

const maxSize = 2 ** 30;

async function join(leaves: readonly Bytes[], sha256: Sha256): Promise<Node> {
  const [first] = leaves;
  if (first === undefined) throw new TypeError('A tree has at least one entry.');
  if (leaves.length === 1) return { hash: first, paths: [[]] };
  const split = largestPowerOfTwoBelow(leaves.length);
  const [left, right] = [await join(leaves.slice(0, split), sha256), await join(leaves.slice(split), sha256)];
  return {
    hash: await hashNode(left.hash, right.hash, sha256),
    paths: [...left.paths.map((path) => [...path, right.hash]), ...right.paths.map((path) => [...path, left.hash])],
  };
}

function largestPowerOfTwoBelow(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}

function hashLeaf(entry: Bytes, sha256: Sha256): Promise<Bytes> | Bytes {
  return sha256(new Uint8Array([0, ...entry]));
}

function hashNode(left: Bytes, right: Bytes, sha256: Sha256): Promise<Bytes> | Bytes {
  return sha256(new Uint8Array([1, ...left, ...right]));
}
