import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../encoding/index.ts';
import { sha256 } from '../testing/index.ts';
import { buildMerkleTree, computeMerkleRoot } from './merkle-tree.ts';

const entries = (count: number) => Array.from({ length: count }, (_, index) => encodeUtf8(`entry ${index}`));
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');
const hash = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

describe('a Merkle tree', () => {
  // The empty leaf, from the test vectors of RFC 6962's reference implementation.
  it('hashes a leaf behind a zero', async () => {
    expect(hex((await buildMerkleTree([new Uint8Array()], sha256)).root)).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('parts three leaves as two and one', async () => {
    const [a, b, c] = entries(3).map((entry) => hash(Buffer.of(0), entry));
    if (!a || !b || !c) throw new Error('three');
    expect(hex((await buildMerkleTree(entries(3), sha256)).root)).toBe(hex(hash(Buffer.of(1), hash(Buffer.of(1), a, b), c)));
  });

  it.each(Array.from({ length: 17 }, (_, index) => index + 1))('of %i entries proves each of them and no other', async (count) => {
    const { root, proofs } = await buildMerkleTree(entries(count), sha256);
    for (const [index, entry] of entries(count).entries()) {
      const proof = proofs[index];
      if (proof === undefined) throw new Error('a proof for each');
      expect(hex(await computeMerkleRoot(entry, proof, sha256))).toBe(hex(root));
      expect(hex(await computeMerkleRoot(encodeUtf8('another'), proof, sha256))).not.toBe(hex(root));
    }
  });

  it.each([
    ['a hash too many', { index: 0, size: 2, path: [new Uint8Array(32), new Uint8Array(32)] }],
    ['a hash too few', { index: 0, size: 2, path: [] }],
    ['an index past the end', { index: 2, size: 2, path: [new Uint8Array(32)] }],
    ['a negative index', { index: -1, size: 2, path: [new Uint8Array(32)] }],
    ['half an index', { index: 0.5, size: 2, path: [new Uint8Array(32)] }],
    ['no size', { index: 0, size: 0, path: [] }],
  ])('is not proven by %s', async (_what, proof) => {
    expect(await computeMerkleRoot(encodeUtf8('entry 0'), proof, sha256)).toBeUndefined();
  });
});
