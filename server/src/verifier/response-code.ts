import { encodeBase64Url, encodeUtf8, type Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import { isSameBrowser } from './browser-binding.ts';
import type { RequestRecord } from './request-record.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';
import type { Subject } from './verify-answer.ts';

const kind = 'response-code';
const lifetimeMs = 2 * 60_000;

const stored = z.strictObject({ use: z.string(), claims: z.record(z.string(), z.json()), browser: z.string() });

/**
 * A fresh code (256 bits, base64url) for which the result can be had once within two minutes, by the browser that the
 * request was made for. Only its hash is kept.
 * @see OpenID4VP 1.0, sections 8.2 and 14.2
 */
export async function issueResponseCode(
  { agency, record, subject }: AtAgency<{ readonly record: RequestRecord; readonly subject: Subject }>,
  { store, now, randomBytes, sha256 }: VerifierPorts,
): Promise<string> {
  const code = encodeBase64Url(randomBytes(32));
  const at = now();
  const value: Json = { ...subject, browser: record.browser };
  const key = encodeBase64Url(await sha256(encodeUtf8(code)));
  await store.oneTime.put({ agency: agency.id, kind, key, value, expiresAt: new Date(at.getTime() + lifetimeMs) }, at);
  return code;
}

/**
 * The result behind a code. A wrong, used or expired code, another agency's, and one that comes from another browser are
 * answered alike, and the code is gone in each case (row C12).
 * @throws AppError `response_withheld`
 */
export async function redeemResponseCode(
  { agency, code, browserSecret }: AtAgency<{ readonly code: string; readonly browserSecret: string | undefined }>,
  { store, now, sha256 }: VerifierPorts,
): Promise<Subject> {
  const key = encodeBase64Url(await sha256(encodeUtf8(code)));
  const value = await store.oneTime.take({ agency: agency.id, kind, key }, now());
  const parsed = stored.safeParse(value);
  if (!parsed.success || !isSameBrowser(browserSecret, parsed.data.browser)) throw new AppError('response_withheld');
  const { use, claims } = parsed.data;
  return { use, claims };
}
