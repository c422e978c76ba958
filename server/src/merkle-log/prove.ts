import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { LogProof } from '@daricheh/shared/log';
import { proveConsistency, proveInclusion, type ReadTile } from '@daricheh/shared/merkle';
import type { Agency } from '../agencies/agency.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/store.ts';
import type { PublishCheckpoint } from './publish-checkpoint.ts';

type Store = Deps['store'];

/** Names an entry, and the tree (of the first `size` entries) in which it is to be proven. */
export type InclusionQuery = { readonly index: number; readonly size: number };
/** Names two trees by their sizes. */
export type ConsistencyQuery = { readonly from: number; readonly to: number };

/** The inclusion proof; hashes in base64url. @throws AppError `malformed_request` for an entry or a tree that there is not */
export async function answerInclusion(store: Store, agency: string, { index, size }: InclusionQuery) {
  await requireSize(store, agency, size);
  if (index >= size) throw new AppError('malformed_request', { what: 'index' });
  const path = await proveInclusion({ index, size }, tilesOf(store, agency), sha256);
  return { index, size, path: path.map(encodeBase64Url) };
}

/** The consistency proof; hashes in base64url. @throws AppError `malformed_request` for trees that there are not, or in the wrong order */
export async function answerConsistency(store: Store, agency: string, { from, to }: ConsistencyQuery) {
  await requireSize(store, agency, to);
  if (from > to) throw new AppError('malformed_request', { what: 'from' });
  const path = await proveConsistency({ from, to }, tilesOf(store, agency), sha256);
  return { from, to, path: path.map(encodeBase64Url) };
}

/**
 * The proof that a case's receipt stands in the agency's log as it is now; null where there was no receipt. It is not part
 * of the answer to the submission: that answer is stored in the transaction that also gives the entry its place, so that a
 * repetition gets the very same, and before the commit there is no tree to prove anything in.
 */
export async function proveReceipt(store: Store, agency: Agency, name: CaseName, publish: PublishCheckpoint): Promise<LogProof | null> {
  const found = await store.log.findReceipt(name);
  if (found === null) return null;
  const { index, kind, at, commitment, salt } = found;
  const { size, checkpoint } = await publish(agency);
  const path = await proveInclusion({ index, size }, tilesOf(store, agency.id), sha256);
  return { entry: { kind, at, commitment }, salt, index, path: path.map(encodeBase64Url), checkpoint };
}

async function requireSize(store: Store, agency: string, size: number): Promise<void> {
  if (size > (await store.log.readHead(agency)).size) throw new AppError('malformed_request', { what: 'size' });
}

function tilesOf({ log }: Store, agency: string): ReadTile {
  return (name) => log.readTile({ agency, ...name });
}
