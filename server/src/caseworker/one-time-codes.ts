import type { Json } from '@daricheh/shared/encoding';
import { hashToken } from '../crypto/hash-token.ts';
import type { Deps } from '../deps.ts';
import { makeRandomName } from '../submissions/random-names.ts';

/** What a one-time code opens. */
export type CodeKind = 'enrolment-code' | 'recovery-code';

/** A link is handed over in person or by a trusted channel: a day is enough. */
const lifetimeMs = 24 * 3_600_000;

type CodePorts = Pick<Deps, 'store' | 'now' | 'randomBytes'>;

/** A code (128 bits, base64url) that stands for `value` for a day. Its hash is what the server keeps. */
export async function makeCode(agency: string, kind: CodeKind, value: Json, { store, now, randomBytes }: CodePorts): Promise<string> {
  const code = makeRandomName(randomBytes, 16);
  const expiresAt = new Date(now().getTime() + lifetimeMs);
  await store.oneTime.put({ agency, kind, key: hashCode(code), value, expiresAt }, now());
  return code;
}

/** What the code stands for; null when it is wrong or has expired. */
export function readCode(
  agency: string,
  kind: CodeKind,
  code: string,
  { store, now }: Pick<CodePorts, 'store' | 'now'>,
): Promise<Json | null> {
  return store.oneTime.read({ agency, kind, key: hashCode(code) }, now());
}

/** What is kept of a code. */
export function hashCode(code: string): string {
  return hashToken(code);
}
