import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { sha256 } from '../testing/index.ts';
import { buildMerkleTree, computeMerkleRoot, computeRoot, hashNothing, isConsistent, proveConsistency, proveInclusion } from './index.ts';
import { holdTree } from './merkle-tree.ts';

const sizes = Array.from({ length: 65 }, (_, size) => size);
const makeEntries = (count: number) => Array.from({ length: count }, (_, index) => encodeUtf8(`entry ${index}`));
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');
const digest = (...parts: Uint8Array[]): Bytes => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());

/** The definition of RFC 6962, section 2.1, word for word. */
function define(entries: readonly Bytes[]): Bytes {
  const [first] = entries;
  if (first === undefined) return digest();
  if (entries.length === 1) return digest(Buffer.of(0), first);
  const split = 2 ** (Math.ceil(Math.log2(entries.length)) - 1);
  return digest(Buffer.of(1), define(entries.slice(0, split)), define(entries.slice(split)));
}

/** Every way in which one hash of a proof can be wrong: a bit of each, one left out, one more, two swapped. */
function* spoil(path: readonly Bytes[]): Generator<readonly Bytes[]> {
  for (const [at, hash] of path.entries()) {
    yield path.with(at, hash.with(at % 32, (hash[at % 32] ?? 0) ^ (1 << (at % 8))) as Bytes);
    yield path.toSpliced(at, 1);
    const next = path[at + 1];
    if (next !== undefined) yield path.with(at, next).with(at + 1, hash);
  }
  yield [...path, digest()];
}

// The entries and roots by which implementations of Certificate Transparency check themselves.
const knownEntries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('a Merkle tree', () => {
  it('has the roots that other implementations know', async () => {
    const entries = knownEntries.map((text) => new Uint8Array(Buffer.from(text, 'hex')));
    const roots = await Promise.all(knownRoots.map(async (_root, size) => hex((await holdTree(entries.slice(0, size), sha256)).root)));
    expect(roots).toEqual(knownRoots);
    expect(hex(await hashNothing(sha256))).toBe(knownRoots[0]);
  });

  it('proves what RFC 9162, section 2.1.5, shows of seven entries', async () => {
    const [d0, d1, d2, d3, d4, d5, d6] = makeEntries(7);
    if (!(d0 && d1 && d2 && d3 && d4 && d5 && d6)) throw new Error('seven');
    const { readTile } = await holdTree(makeEntries(7), sha256);
    const prove = async (index: number) => (await proveInclusion({ index, size: 7 }, readTile, sha256)).map(hex);
    const [b, h, l] = [define([d1]), define([d0, d1]), define([d4, d5, d6])].map(hex);
    const [c, d, f, g, k, i, j] = [[d2], [d3], [d5], [d0, d1], [d0, d1, d2, d3], [d4, d5], [d6]].map((of) => hex(define(of)));
    expect(await prove(0)).toEqual([b, hex(define([d2, d3])), l]);
    expect(await prove(3)).toEqual([c, g, l]);
    expect(await prove(4)).toEqual([f, j, k]);
    expect(await prove(6)).toEqual([i, k]);
    const consistent = async (from: number) => (await proveConsistency({ from, to: 7 }, readTile, sha256)).map(hex);
    expect(await consistent(3)).toEqual([c, d, h, l]);
    expect(await consistent(4)).toEqual([l]);
    expect(await consistent(6)).toEqual([i, j, k]);
  });

  it.each(sizes)('of %i entries has the root of the definition, however it came about', async (size) => {
    const entries = makeEntries(size);
    const { root, readTile } = await holdTree(entries, sha256);
    expect(hex(root)).toBe(hex(define(entries)));
    const { readTile: ofMore } = await holdTree(makeEntries(size + 3), sha256);
    expect([hex(await computeRoot(size, readTile, sha256)), hex(await computeRoot(size, ofMore, sha256))]).toEqual([hex(root), hex(root)]);
  });

  it.each(sizes.slice(1))('of %i entries proves each of them, at its place, and by no other path', async (size) => {
    const entries = makeEntries(size);
    const { root, proofs } = await buildMerkleTree(entries, sha256);
    for (const [index, entry] of entries.entries()) {
      const proof = proofs[index] ?? { index, size, path: [] };
      expect(hex(await computeMerkleRoot(entry, proof, sha256))).toBe(hex(root));
      const wrong = [...spoil(proof.path)].map((path) => computeMerkleRoot(entry, { ...proof, path }, sha256));
      wrong.push(computeMerkleRoot(encodeUtf8('another'), proof, sha256));
      for (const other of [index - 1, index + 1]) wrong.push(computeMerkleRoot(entry, { ...proof, index: other }, sha256));
      expect((await Promise.all(wrong)).map(hex)).not.toContain(hex(root));
    }
  });

  it.each(sizes)('of %i entries is shown to continue each smaller one, and by no other path', async (to) => {
    const { root, readTile } = await holdTree(makeEntries(to), sha256);
    for (let from = 0; from <= to; from++) {
      const older = { size: from, root: define(makeEntries(from)) };
      const path = await proveConsistency({ from, to }, readTile, sha256);
      const newer = { size: to, root };
      expect(await isConsistent(older, newer, path, sha256)).toBe(true);
      const wrong = [...spoil(path)].map((other) => isConsistent(older, newer, other, sha256));
      wrong.push(isConsistent({ ...older, root: digest(Buffer.of(7)) }, newer, path, sha256));
      if (from > 0) wrong.push(isConsistent(older, { ...newer, root: digest(Buffer.of(7)) }, path, sha256));
      if (from > 0 && from < to) wrong.push(isConsistent({ ...older, size: from + 1 }, newer, path, sha256));
      if (from < to) wrong.push(isConsistent(newer, older, path, sha256));
      expect((await Promise.all(wrong)).filter(Boolean)).toEqual([]);
    }
  });

  it('of more entries than a tile holds proves them from tiles', async () => {
    const size = 66_000;
    const entries = makeEntries(size);
    const { root, readTile } = await holdTree(entries, sha256);
    expect(hex(root)).toBe(hex(define(entries)));
    for (const index of [0, 255, 256, 65_535, 65_536, size - 1]) {
      let read = 0;
      const count: typeof readTile = (name) => {
        read += 1;
        return readTile(name);
      };
      const path = await proveInclusion({ index, size }, count, sha256);
      expect(hex(await computeMerkleRoot(entries[index] ?? digest(), { index, size, path }, sha256))).toBe(hex(root));
      expect(read).toBeLessThanOrEqual(5);
    }
    for (const from of [1, 255, 256, 257, 65_536, size - 1]) {
      const path = await proveConsistency({ from, to: size }, readTile, sha256);
      const older = { size: from, root: await computeRoot(from, readTile, sha256) };
      expect(await isConsistent(older, { size, root }, path, sha256)).toBe(true);
    }
  });

  it('is not proven from tiles that lack a hash', async () => {
    await expect(computeRoot(9, () => [digest()], sha256)).rejects.toThrow('lacks a hash');
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
