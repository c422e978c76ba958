import * as z from 'zod/mini';
import type { Bytes } from '../credential/index.ts';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { flattenedJws, unsignedHeader } from '../submission/index.ts';

/** Most that a record may hold: what is longer is cut by who makes it, visibly. */
export const localProofLimits = { lines: 300, label: 300, value: 10_000, title: 300, path: 2000, picture: 2_000_000 } as const;

const text = (most: number) => z.string().check(z.maxLength(most));
const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
/** An address without its query: that may hold what nobody was shown. */
const place = z.strictObject({ origin: z.url(), path: text(localProofLimits.path) });

/** One control of the form: the page's own words beside it, and what stood in it. */
export const sentLine = z.strictObject({ label: text(localProofLimits.label), value: text(localProofLimits.value) });
export type SentLine = z.infer<typeof sentLine>;

/**
 * What the citizen sent from a page whose agency takes no part: seen by the wallet as it left, and not acknowledged by anybody. Its bytes (RFC 8785) are the
 * payload of the JWS; `salt` (128 bits, base64url) makes their hash say nothing of the answers.
 */
export const localProof = z.strictObject({
  type: z.literal('daricheh.local-proof.v1'),
  /** As the browser saw it. */
  page: z.extend(place, { title: text(localProofLimits.title) }),
  sentTo: z.extend(place, { method: z.enum(['get', 'post']) }),
  /** `form`: the browser sent the form. `script`: a script of the page took it over, and only the page knows what it did with it. */
  sentBy: z.enum(['form', 'script']),
  sentAt: z.iso.datetime(),
  /** What could be seen, in the page's order: hidden inputs, passwords, logins and cards are left out. */
  lines: z.array(sentLine).check(z.minLength(1), z.maxLength(localProofLimits.lines)),
  /** What of the page was on the screen as it was sent; null where the browser gave none. */
  picture: z.nullable(z.strictObject({ mediaType: z.literal('image/jpeg'), sha256: hash, size: z.number().check(z.int(), z.gt(0)) })),
  salt: z.string(),
});
export type LocalProof = z.infer<typeof localProof>;

/** The record as a file of its own: signed, time-stamped where an authority could be asked, and the picture (base64url) that it names. Whoever saves it may add the rest. */
export const localProofFile = z.strictObject({
  type: z.literal('daricheh.local-proof-file.v1'),
  jws: flattenedJws,
  header: z.optional(unsignedHeader),
  picture: z.nullable(z.string()),
  /** The signed trust list that was in force, which names whose clocks count; before it those that announced the root under which it is signed. */
  trustList: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(64))),
  /** The root certificates, base64 of DER. Nobody believes a root because a file brings it: they are here to be compared. */
  roots: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(64))),
});
export type LocalProofFile = z.infer<typeof localProofFile>;

/** The file's text, as it is saved. */
export function writeLocalProofFile(file: LocalProofFile): string {
  return `${JSON.stringify(localProofFile.parse(file), null, 2)}\n`;
}

/**
 * The file that a text or its UTF-8 holds. Nothing in it is believed yet: see `verifyLocalProof`.
 * @throws AppError `local_proof_file_invalid`
 */
export function readLocalProofFile(text: string | Bytes): LocalProofFile {
  const parsed = localProofFile.safeParse(readJson(text));
  // Not as cause: a schema's message may quote what was read.
  if (!parsed.success) throw new AppError('local_proof_file_invalid', { what: 'shape' });
  return parsed.data;
}

function readJson(text: string | Bytes): unknown {
  try {
    return parseStrictJson(text);
  } catch {
    throw new AppError('local_proof_file_invalid', { what: 'json' });
  }
}
