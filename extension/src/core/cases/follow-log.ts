import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import {
  checkConsistency,
  consistencyPath,
  type LogCheckpoint,
  logProof,
  openCheckpoint,
  servedCheckpoint,
  verifyReceiptInLog,
} from '@daricheh/shared/log';
import type { SealExpectations } from '@daricheh/shared/seal';
import { findAgencyByOrigin } from '@daricheh/shared/trust';
import type * as z from 'zod/mini';
import { readJson, type SendHttp } from '../http/http.ts';
import type { CaseLog, ReceivedCase } from './case-record.ts';
import type { DeliverPorts } from './deliver-case.ts';

export type FollowPorts = Pick<DeliverPorts, 'trust' | 'send' | 'nowMs' | 'crypto'>;

/**
 * The case with what its agency's log shows now. At the first look the receipt must be proven to stand in it; at each later
 * one the log must continue the one that was seen last. What does not hold is kept as a problem, with the checkpoint that shows it.
 * Where the agency or the network does not answer, or the agency keeps no log, nothing is learned and the case stays as it was.
 */
export async function followLog(record: ReceivedCase, ports: FollowPorts): Promise<ReceivedCase> {
  const { log } = record;
  // Two seals that contradict each other cannot be made good by a third.
  if (log?.problem?.isLasting === true) return record;
  const attempt = await tryLook(() => (log?.proven ? continueLog(log.proven, record, ports) : proveReceipt(record, ports)));
  if (attempt.kind === 'silent') return record;
  if (attempt.kind === 'holds') return { ...record, log: { proven: attempt.proven, problem: null } };
  const problem = { ...attempt.problem, atMs: ports.nowMs() };
  return { ...record, log: { proven: log?.proven ?? null, problem } };
}

/**
 * Whether a kept proof holds, looked at anew and offline.
 * @throws AppError `log_proof_invalid`, `log_checkpoint_invalid`
 */
export async function checkKeptProof(
  { receipt, agency: { origin } }: Pick<ReceivedCase, 'receipt' | 'agency'>,
  { proof, provenAtMs }: Proven,
  ports: Pick<FollowPorts, 'trust' | 'crypto'>,
): Promise<void> {
  const { expected, sealPorts } = await expectSeal(origin, provenAtMs, ports);
  await verifyReceiptInLog(receipt, proof, expected, sealPorts);
}

type Proven = NonNullable<CaseLog['proven']>;
type Problem = NonNullable<CaseLog['problem']>;
type Look =
  | { readonly kind: 'holds'; readonly proven: Proven }
  | { readonly kind: 'silent' }
  | { readonly kind: 'fails'; readonly problem: Omit<Problem, 'atMs'> };

/** What the agency has contradicted itself with, and how. */
class Contradiction extends Error {
  readonly checkpoint: string;
  readonly error: AppError;

  constructor(checkpoint: string, error: AppError) {
    super(error.code, { cause: error });
    this.checkpoint = checkpoint;
    this.error = error;
  }
}

async function tryLook(look: () => Promise<Proven>): Promise<Look> {
  try {
    return { kind: 'holds', proven: await look() };
  } catch (error) {
    if (error instanceof Contradiction) {
      const { what } = error.error.facts;
      const isLasting = what === 'split' || what === 'shrunk';
      return { kind: 'fails', problem: { code: 'log_inconsistent', isLasting, checkpoint: error.checkpoint } };
    }
    if (!(error instanceof AppError)) throw error;
    const code = failures[error.code];
    return code === undefined ? { kind: 'silent' } : { kind: 'fails', problem: { code, isLasting: false, checkpoint: null } };
  }
}

/** What says that something is off with the log; any other error says that nothing was learned. */
const failures: Readonly<Partial<Record<ErrorCode, Problem['code']>>> = {
  log_proof_invalid: 'log_proof_invalid',
  malformed_request: 'log_proof_invalid',
  log_checkpoint_invalid: 'log_checkpoint_invalid',
};

async function proveReceipt(record: ReceivedCase, ports: FollowPorts): Promise<Proven> {
  const { caseUri, caseToken, receipt, agency } = record;
  if (new URL(caseUri).origin !== agency.origin) throw new AppError('agency_refused', { what: 'address' });
  const proof = await ask(ports.send, `${caseUri}/log-proof`, logProof, { authorization: `Bearer ${caseToken}` });
  const provenAtMs = ports.nowMs();
  const { expected, sealPorts } = await expectSeal(agency.origin, provenAtMs, ports);
  await verifyReceiptInLog(receipt, proof, expected, sealPorts);
  return { proof, provenAtMs, checkpoint: proof.checkpoint, checkedAtMs: provenAtMs };
}

async function continueLog(proven: Proven, { agency: { origin } }: ReceivedCase, ports: FollowPorts): Promise<Proven> {
  const { checkpoint } = await ask(ports.send, `${origin}/daricheh/log/checkpoint`, servedCheckpoint);
  const open = async (jws: string, atMs: number) => {
    const { expected, sealPorts } = await expectSeal(origin, atMs, ports);
    return openCheckpoint(jws, expected, sealPorts);
  };
  const [from, to] = [await open(proven.checkpoint, proven.checkedAtMs), await open(checkpoint, ports.nowMs())];
  // An answer that was kept somewhere on the way is no news.
  if (to.size < from.size && to.issuedAt <= from.issuedAt) return proven;
  try {
    await checkConsistency({ from, to, path: await fetchPath(from, to, origin, ports.send) }, ports.crypto.sha256);
  } catch (error) {
    if (error instanceof AppError && error.code === 'log_inconsistent') throw new Contradiction(checkpoint, error);
    throw error;
  }
  return { ...proven, checkpoint, checkedAtMs: ports.nowMs() };
}

/** The path between two trees; none is needed where one is not larger than the other. */
async function fetchPath(from: LogCheckpoint, to: LogCheckpoint, origin: string, send: SendHttp): Promise<readonly string[]> {
  if (to.size <= from.size) return [];
  return (await ask(send, `${origin}/daricheh/log/consistency?from=${from.size}&to=${to.size}`, consistencyPath)).path;
}

async function ask<T>(send: SendHttp, url: string, shape: z.ZodMiniType<T>, headers = {}): Promise<T> {
  const parsed = shape.safeParse(readJson(await send({ url, method: 'GET', headers: { accept: 'application/json', ...headers } })));
  if (!parsed.success) throw new AppError('log_proof_invalid', { what: 'shape' });
  return parsed.data;
}

async function expectSeal(origin: string, atMs: number, { trust, crypto }: Pick<FollowPorts, 'trust' | 'crypto'>) {
  const { list, verifyChain } = await trust();
  const certificateHashes = findAgencyByOrigin(list, origin)?.certificateHashes ?? [];
  const expected: SealExpectations = { origin, certificateHashes, at: new Date(atMs) };
  return { expected, sealPorts: { verifyChain, ...crypto } };
}
