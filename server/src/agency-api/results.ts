import { describeShownDocument } from '@daricheh/shared/agency';
import { encodeBase64Url, encodeUtf8, type Json } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import { readRequest } from '../verifier/request-book.ts';
import { requestLifetimeMs } from '../verifier/request-record.ts';
import type { AtAgency, VerifierPorts } from '../verifier/verifier-ports.ts';
import { type Answered, verifyPresented } from '../verifier/verify-answer.ts';
import { type AnsweredResult, type ApiResult, answeredResult } from './shapes.ts';

const kind = 'presentation-result';
/** `codeHash` is null where the wallet said no: there is nothing to withhold. */
const storedResult = z.strictObject({ codeHash: z.nullable(z.string()), result: answeredResult });

/**
 * The documents in an answer to a request that the agency's system made, after every check; the request is closed.
 * @throws AppError what `verifyPresented` throws
 */
export async function verifySystemAnswer(answered: Answered, ports: VerifierPorts): Promise<AnsweredResult> {
  const response = await verifyPresented(answered, ports);
  if (response.kind === 'declined') return { state: 'declined' };
  const { query } = answered.record;
  return { state: 'verified', documents: response.presentations.map((presentation) => describeShownDocument(presentation, query)) };
}

/**
 * Verifies an answer that a wallet posted and keeps it for the agency's system. Returns the response code that the
 * wallet's browser carries to the agency's page, without which it cannot be read; null when the wallet says no.
 * @see OpenID4VP 1.0, sections 8.2 and 14.2
 */
export async function keepAnswer(answered: Answered, ports: VerifierPorts): Promise<string | null> {
  const result = await verifySystemAnswer(answered, ports);
  const code = result.state === 'verified' ? encodeBase64Url(ports.randomBytes(32)) : null;
  const at = ports.now();
  const stored: z.infer<typeof storedResult> = { codeHash: code === null ? null : await hashCode(code, ports), result };
  const value: Json = JSON.parse(JSON.stringify(stored));
  const expiresAt = new Date(at.getTime() + requestLifetimeMs);
  await ports.store.oneTime.put({ agency: answered.agency.id, kind, key: answered.id, value, expiresAt }, at);
  return code;
}

type Named = AtAgency<{ readonly id: string; readonly responseCode: string | undefined }>;

/**
 * What became of a request. An answer is given once, and then the request is as one that never was; so are those of
 * other agencies and those that pages made (C18).
 * @throws AppError `not_found`; `response_withheld` without the code that went to the citizen's browser: whoever sent somebody else the link learns nothing (C12)
 */
export async function takeResult({ agency, id, responseCode }: Named, ports: VerifierPorts): Promise<ApiResult> {
  const name = { agency: agency.id, kind, key: id };
  const kept = await ports.store.oneTime.read(name, ports.now());
  if (kept === null) return findPending({ agency, id }, ports);
  const { codeHash, result } = storedResult.parse(kept);
  if (codeHash !== null && (responseCode === undefined || (await hashCode(responseCode, ports)) !== codeHash)) {
    throw new AppError('response_withheld');
  }
  if ((await ports.store.oneTime.take(name, ports.now())) === null) throw new AppError('not_found');
  return result;
}

async function findPending(named: AtAgency<{ readonly id: string }>, ports: VerifierPorts): Promise<ApiResult> {
  const record = await readRequest(named, ports).catch((error: unknown) => {
    const isOver = error instanceof AppError && (error.code === 'unknown_state' || error.code === 'session_reused');
    throw isOver ? new AppError('not_found') : error;
  });
  if (record.asker !== 'system') throw new AppError('not_found');
  return { state: 'pending' };
}

async function hashCode(code: string, { sha256 }: Pick<VerifierPorts, 'sha256'>): Promise<string> {
  return encodeBase64Url(await sha256(encodeUtf8(code)));
}
