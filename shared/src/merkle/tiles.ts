import type { Awaitable, Bytes, Sha256 } from '../credential/index.ts';
import { hashNode, hashNothing } from './hashes.ts';
import { splitOf } from './tree-size.ts';

/** Of the levels of a tree one in eight is stored; the others follow from at most 256 hashes of the one below. */
export const tileHeight = 8;
export const tileWidth = 2 ** tileHeight;

/** Up to 256 neighbours of one stored level: of the leaves (level 0), of what stands over 256 leaves each (level 1), and so on. */
export type TileName = { readonly level: number; readonly index: number };

/** The hashes of a tile, from its first, as many as there are. */
export type ReadTile = (name: TileName) => Awaitable<readonly Bytes[]>;

/** The root of the tree of the first `size` entries. @throws Error when a tile lacks a hash */
export function computeRoot(size: number, readTile: ReadTile, sha256: Sha256): Promise<Bytes> {
  return size === 0 ? hashNothing(sha256) : hashRange({ start: 0, end: size }, keepTiles(readTile), sha256);
}

/**
 * The hashes that prove the entry of that index in the tree of the first `size` entries, of which it is one.
 * @throws Error when a tile lacks a hash
 * @see RFC 9162, section 2.1.3.1
 */
export async function proveInclusion(
  { index, size }: { readonly index: number; readonly size: number },
  readTile: ReadTile,
  sha256: Sha256,
): Promise<readonly Bytes[]> {
  const kept = keepTiles(readTile);
  const beside: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    beside.unshift(index < middle ? { start: middle, end } : { start, end: middle });
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return Promise.all(beside.map((range) => hashRange(range, kept, sha256)));
}

/**
 * The hashes that prove that the tree of the first `to` entries continues the tree of the first `from`; none when either
 * is empty or both are the same.
 * @throws Error when a tile lacks a hash
 * @see RFC 9162, section 2.1.4.1
 */
export async function proveConsistency(
  { from, to }: { readonly from: number; readonly to: number },
  readTile: ReadTile,
  sha256: Sha256,
): Promise<readonly Bytes[]> {
  if (from === 0 || from === to) return [];
  const kept = keepTiles(readTile);
  const beside: Range[] = [];
  let [start, end] = [0, to];
  while (from < end) {
    const middle = start + splitOf(end - start);
    beside.unshift(from <= middle ? { start: middle, end } : { start, end: middle });
    [start, end] = from <= middle ? [start, middle] : [middle, end];
  }
  // The smaller tree's own root is what the proof is about: it is not sent.
  const ranges = start === 0 ? beside : [{ start, end }, ...beside];
  return Promise.all(ranges.map((range) => hashRange(range, kept, sha256)));
}

/** Entries from `start` on, up to `end`, which is not among them. */
type Range = { readonly start: number; readonly end: number };

/** Every range that a tree parts into is whole, or parts again as a tree does. */
async function hashRange(range: Range, readTile: ReadTile, sha256: Sha256): Promise<Bytes> {
  const count = range.end - range.start;
  const split = count === 1 ? 1 : splitOf(count);
  if (count === 1 || count === 2 * split) return readNode(range.start, count, readTile, sha256);
  const middle = range.start + split;
  const left = await hashRange({ start: range.start, end: middle }, readTile, sha256);
  return hashNode(left, await hashRange({ start: middle, end: range.end }, readTile, sha256), sha256);
}

/** The node over `count` entries from `start` on, `count` being a power of two. */
async function readNode(start: number, count: number, readTile: ReadTile, sha256: Sha256): Promise<Bytes> {
  let [level, first, width] = [0, start, count];
  while (width >= tileWidth) [level, first, width] = [level + 1, first / tileWidth, width / tileWidth];
  const tile = await readTile({ level, index: Math.floor(first / tileWidth) });
  return fold(tile.slice(first % tileWidth, (first % tileWidth) + width), width, sha256);
}

/** The root over `width` hashes, a power of two. */
async function fold(hashes: readonly Bytes[], width: number, sha256: Sha256): Promise<Bytes> {
  const [first] = hashes;
  if (first === undefined || hashes.length !== width) throw new Error('A tile of the tree lacks a hash.');
  if (width === 1) return first;
  const left = await fold(hashes.slice(0, width / 2), width / 2, sha256);
  return hashNode(left, await fold(hashes.slice(width / 2), width / 2, sha256), sha256);
}

/** Reads each tile once: the hashes of a proof are neighbours. */
function keepTiles(readTile: ReadTile): ReadTile {
  const tiles = new Map<string, Awaitable<readonly Bytes[]>>();
  return (name) => {
    const key = `${name.level} ${name.index}`;
    const tile = tiles.get(key) ?? readTile(name);
    tiles.set(key, tile);
    return tile;
  };
}
