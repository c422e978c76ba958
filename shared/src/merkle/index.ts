export { isConsistent, type TreeHead } from './consistency-proof.ts';
export { appendLeaf, computeFrontierRoot, emptyFrontier, type Frontier, type TileHash } from './frontier.ts';
export { hashLeaf, hashNothing } from './hashes.ts';
export { computeMerkleRoot, type InclusionProof } from './inclusion-proof.ts';
export { buildMerkleTree, holdTree, type MerkleTree } from './merkle-tree.ts';
export { computeRoot, proveConsistency, proveInclusion, type ReadTile, type TileName, tileWidth } from './tiles.ts';
