import type { Bytes } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import { buildMerkleTree } from '@daricheh/shared/merkle';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import { encodeBatchLeaf, type SubmissionEnvelope } from '@daricheh/shared/submission';
import type { Gesture } from '../credentials/confirm-gesture.ts';
import { random, randomBytes, sha256 } from '../credentials/wallet-crypto.ts';

/** Where a form stands in the tree that a gesture agrees to, as its envelope tells it. */
export type Place = SubmissionEnvelope['leaf'];

/** What the passkey agrees to, and the place of each leaf, in their order. */
export type GestureTree = { readonly gesture: Gesture; readonly places: readonly Place[] };

/** Least leaves of the tree of a batch: of up to so many forms, no agency learns how many they were. */
const leastLeaves = 8;

/** The leaf of a form that is signed for this request. */
export function makeLeaf(manifestHash: string, { nonce }: Pick<PresentationRequest, 'nonce'>): Bytes {
  return encodeBatchLeaf(manifestHash, nonce);
}

/** The tree over these leaves alone, of which there is at least one. */
export async function growGestureTree(leaves: readonly Bytes[]): Promise<GestureTree> {
  const { root, proofs } = await buildMerkleTree(leaves, sha256);
  return {
    gesture: describeGesture(root),
    places: proofs.map(({ index, size, path }) => ({ index, size, path: path.map(encodeBase64Url) })),
  };
}

/**
 * The tree over these leaves and others that mean nothing, up to a power of two, in an order drawn at random: each agency
 * is told its own leaf's place and the hashes beside its way to the root, and neither they nor their number nor the place
 * may say how many other forms there are, or which. Every hash there covers 32 random bytes that the agency does not have.
 */
export async function growBatchTree(leaves: readonly Bytes[]): Promise<GestureTree> {
  const fillers = Array.from({ length: countLeaves(leaves.length) - leaves.length }, () => randomBytes(64));
  const drawn = [...leaves, ...fillers].map((leaf) => ({ leaf, rank: random() })).sort((a, b) => a.rank - b.rank);
  const { gesture, places } = await growGestureTree(drawn.map(({ leaf }) => leaf));
  return { gesture, places: leaves.flatMap((leaf) => places[drawn.findIndex((each) => each.leaf === leaf)] ?? []) };
}

/** The gesture over a tree with this root; the nonces of the requests stand in its leaves. */
export function describeGesture(root: Bytes): Gesture {
  return { tag: 'daricheh/submit', context: encodeBase64Url(root), nonce: '' };
}

function countLeaves(forms: number): number {
  let count = leastLeaves;
  while (count < forms) count *= 2;
  return count;
}
