import * as z from 'zod/mini';
import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8, joinBytes } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

/**
 * What an entry is about. An `act` is one of administration: a revocation, a decision, somebody let in or kept out. Which,
 * only its commitment says, since what an agency revokes is not for the public to count.
 */
export const logEntryKinds = ['submission', 'receipt', 'act'] as const;

/** An entry of an agency's log as anyone may see it. It tells nothing of anybody, and stays when what it commits to is erased. */
export const logEntry = z.strictObject({
  kind: z.enum(logEntryKinds),
  /** When it was written, in whole seconds since 1970 (UTC), by the agency's clock. */
  at: z.int().check(z.nonnegative()),
  /** Of `commitTo`, base64url. */
  commitment: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type LogEntry = z.infer<typeof logEntry>;

/** Bytes of a salt. */
export const saltLength = 32;

/** The bytes whose leaf hash (RFC 6962, section 2.1) stands in the tree: canonical JSON (RFC 8785) of the entry and its type. */
export function encodeLogEntry({ kind, at, commitment }: LogEntry): Bytes {
  // Written as it stands, since an auditor encodes millions of them: names in their order, and no text that needs an escape.
  return encodeUtf8(`{"at":${at},"commitment":"${commitment}","kind":"${kind}","type":"daricheh.log-entry.v1"}`);
}

/**
 * SHA-256(salt ‖ SHA-256(content)) in base64url. The salt, 32 random bytes, hides the content from whoever can guess it;
 * without it the commitment tells nothing, and can be shown to nobody.
 * @throws AppError `log_proof_invalid` for a salt of another length
 */
export async function commitTo(content: Bytes, salt: Bytes, sha256: Sha256): Promise<string> {
  if (salt.length !== saltLength) throw new AppError('log_proof_invalid', { what: 'salt' });
  return encodeBase64Url(await sha256(joinBytes(salt, await sha256(content))));
}
