import * as z from 'zod/mini';
import type { Bytes, Sha256 } from '../credential/index.ts';
import { decodeBase64Url, encodeCanonicalJson, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { isConsistent } from '../merkle/index.ts';
// Not by submission's door: its own files stand on `merkle`, as this one does.
import { openSealedJws, type Seal, type SealExpectations, type SealPorts, sealJws } from '../seal/index.ts';

const logCheckpointJwsType = 'daricheh-log-checkpoint+jws';

/** What an agency says its log was: so many entries, under this root, at that time. */
export const logCheckpoint = z.strictObject({
  type: z.literal('daricheh.log-checkpoint.v1'),
  /** The agency's, and so the log's. */
  origin: z.string(),
  size: z.int().check(z.nonnegative()),
  /** Root of the tree (RFC 6962, section 2.1), base64url. */
  root: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  issuedAt: z.iso.datetime(),
});
export type LogCheckpoint = z.infer<typeof logCheckpoint>;

/** A checkpoint's compact JWS as it is served. */
export const servedCheckpoint = z.strictObject({ checkpoint: z.string() });

/** The checkpoint under the agency's seal. */
export function issueCheckpoint(content: LogCheckpoint, seal: Seal): Promise<string> {
  return sealJws(logCheckpointJwsType, encodeCanonicalJson(logCheckpoint.parse(content)), seal);
}

/**
 * What the agency of that origin said of its log.
 * @throws AppError `log_checkpoint_invalid`
 */
export async function openCheckpoint(jws: string, expected: SealExpectations, ports: SealPorts): Promise<LogCheckpoint> {
  const code = 'log_checkpoint_invalid';
  const bytes = await openSealedJws(jws, { ...expected, typ: logCheckpointJwsType, code }, ports);
  const parsed = logCheckpoint.safeParse(readJson(bytes));
  if (!parsed.success) throw new AppError(code, { what: 'shape' });
  if (parsed.data.origin !== expected.origin) throw new AppError(code, { what: 'origin' });
  return parsed.data;
}

/**
 * The later checkpoint continues the earlier one: nothing that stood in the log was changed or taken away. Which of the
 * two is later, their sizes say.
 * @throws AppError `log_inconsistent`: `what` is `split` for two roots of one size, `shrunk` when `to` has fewer entries,
 * `path` when the path does not prove it
 */
export async function checkConsistency(
  { from, to, path }: { readonly from: LogCheckpoint; readonly to: LogCheckpoint; readonly path: readonly string[] },
  sha256: Sha256,
): Promise<void> {
  if (from.origin !== to.origin) throw new AppError('log_inconsistent', { what: 'origin' });
  if (to.size < from.size) throw new AppError('log_inconsistent', { what: 'shrunk' });
  if (to.size === from.size && to.root !== from.root) throw new AppError('log_inconsistent', { what: 'split' });
  if (!(await isConsistent(readHead(from), readHead(to), path.map(decodeBase64Url), sha256))) {
    throw new AppError('log_inconsistent', { what: 'path' });
  }
}

function readHead({ size, root }: LogCheckpoint) {
  return { size, root: decodeBase64Url(root) };
}

function readJson(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw new AppError('log_checkpoint_invalid', { what: 'json' });
  }
}
