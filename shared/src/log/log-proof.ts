import * as z from 'zod/mini';
import type { Bytes } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { computeMerkleRoot } from '../merkle/index.ts';
import type { SealExpectations, SealPorts } from '../seal/index.ts';
import { type LogCheckpoint, openCheckpoint } from './log-checkpoint.ts';
import { commitTo, encodeLogEntry, type LogEntry, logEntry } from './log-entry.ts';

/** What shows that something stands in an agency's log. Whoever holds the content, this and the agency's certificate needs nobody. */
export const logProof = z.strictObject({
  entry: logEntry,
  /** Opens the entry's commitment; base64url. */
  salt: z.string(),
  index: z.int().check(z.nonnegative()),
  /** Inclusion proof (RFC 9162, section 2.1.3) of the entry in the tree of the checkpoint; hashes in base64url. */
  path: z.array(z.string()).check(z.maxLength(64)),
  /** The checkpoint's compact JWS. */
  checkpoint: z.string(),
});
export type LogProof = z.infer<typeof logProof>;

/** The path that shows that one checkpoint continues another (RFC 9162, section 2.1.4); hashes in base64url. */
export const consistencyPath = z.strictObject({
  from: z.int().check(z.nonnegative()),
  to: z.int().check(z.nonnegative()),
  path: z.array(z.string()).check(z.maxLength(128)),
});

/**
 * The checkpoint in whose tree a receipt (its compact JWS) stands, proven by these parts alone.
 * @throws AppError `log_checkpoint_invalid`; `log_proof_invalid`: `what` is `kind`, `salt`, `commitment` or `path`
 */
export function verifyReceiptInLog(receipt: string, proof: LogProof, expected: SealExpectations, ports: SealPorts): Promise<LogCheckpoint> {
  return verifyLogProof({ kind: 'receipt', content: encodeUtf8(receipt) }, proof, expected, ports);
}

/** As `verifyReceiptInLog`, for content of any kind. */
export async function verifyLogProof(
  { kind, content }: { readonly kind: LogEntry['kind']; readonly content: Bytes },
  proof: LogProof,
  expected: SealExpectations,
  ports: SealPorts,
): Promise<LogCheckpoint> {
  const checkpoint = await openCheckpoint(proof.checkpoint, expected, ports);
  if (proof.entry.kind !== kind) throw new AppError('log_proof_invalid', { what: 'kind' });
  const commitment = await commitTo(content, decodeBase64Url(proof.salt), ports.sha256);
  if (commitment !== proof.entry.commitment) throw new AppError('log_proof_invalid', { what: 'commitment' });
  const inclusion = { index: proof.index, size: checkpoint.size, path: proof.path.map(decodeBase64Url) };
  const root = await computeMerkleRoot(encodeLogEntry(proof.entry), inclusion, ports.sha256);
  if (root === undefined || encodeBase64Url(root) !== checkpoint.root) throw new AppError('log_proof_invalid', { what: 'path' });
  return checkpoint;
}
