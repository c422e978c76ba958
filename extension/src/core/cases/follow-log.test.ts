import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { commitTo, encodeLogEntry, issueCheckpoint, type LogEntry, type LogProof } from '@daricheh/shared/log';
import { holdTree, proveConsistency, proveInclusion } from '@daricheh/shared/merkle';
import { sha256, type TestCertificate, testTime, verifyP256 } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { agencyOrigin, createSigningWorld, type SigningWorld } from '../signing/testing/signing-world.ts';
import { caseRecord, type ReceivedCase } from './case-record.ts';
import { checkKeptProof, followLog } from './follow-log.ts';
import { describeCase } from './list-cases.ts';

const salt = new Uint8Array(32).fill(3);
const own = 4;

let world: SigningWorld;
let agency: TestAgency;
/** Moves on with each look. */
let nowMs: number;

/** An agency that keeps a log, well or badly. */
type TestAgency = {
  entries: LogEntry[];
  seal: TestCertificate;
  issuedAt: Date;
  /** What it answers in the place of an answer; undefined for the right one. */
  bend: (path: string) => object | number | undefined;
  readonly asked: HttpRequest[];
};

beforeEach(async () => {
  world = await createSigningWorld();
  nowMs = testTime.getTime();
  const commitment = await commitTo(encodeUtf8('receipt.of.case'), salt, sha256);
  const entries = Array.from({ length: 9 }, (_, at) => ({ kind: at === own ? 'receipt' : 'act', at, commitment }) as const);
  agency = { entries, seal: world.seal, issuedAt: testTime, bend: () => undefined, asked: [] };
});

const grow = (count: number) => {
  const [entry] = agency.entries;
  if (entry) agency.entries = [...agency.entries, ...Array<LogEntry>(count).fill(entry)];
};

async function send(request: HttpRequest): Promise<HttpAnswer> {
  agency.asked.push(request);
  const { pathname, search } = new URL(request.url);
  const given = agency.bend(pathname) ?? (await answer(pathname, search));
  const isRefusal = typeof given === 'number';
  const bytes = encodeUtf8(JSON.stringify(isRefusal ? { code: 'not_found' } : given));
  return { status: isRefusal ? given : 200, contentType: isRefusal ? 'application/problem+json' : 'application/json', bytes };
}

async function answer(pathname: string, search: string): Promise<object> {
  const { readTile } = await holdTree(agency.entries.map(encodeLogEntry), sha256);
  if (pathname === '/daricheh/log/checkpoint') return { checkpoint: await makeCheckpoint() };
  if (pathname === '/daricheh/log/consistency') {
    const query = new URLSearchParams(search);
    const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
    return { from, to, path: (await proveConsistency({ from, to }, readTile, sha256)).map(encodeBase64Url) };
  }
  const [entry, size] = [agency.entries[own], agency.entries.length];
  const path = (await proveInclusion({ index: own, size }, readTile, sha256)).map(encodeBase64Url);
  return { entry, salt: encodeBase64Url(salt), index: own, path, checkpoint: await makeCheckpoint() } as LogProof;
}

async function makeCheckpoint(): Promise<string> {
  const { root } = await holdTree(agency.entries.map(encodeLogEntry), sha256);
  const content = {
    origin: agencyOrigin,
    size: agency.entries.length,
    root: encodeBase64Url(root),
    issuedAt: agency.issuedAt.toISOString(),
  };
  const { der, key } = agency.seal;
  return issueCheckpoint({ type: 'daricheh.log-checkpoint.v1', ...content }, { x5c: encodeX5c([der]), sign: key.sign });
}

const ports = () => ({ trust: world.trust, send, nowMs: () => nowMs, crypto: { sha256, verifyP256 } });

/** The case after one more look, which reads back as it is stored. */
async function look(record: ReceivedCase): Promise<ReceivedCase> {
  nowMs += 1000;
  const after = await followLog(record, ports());
  expect(caseRecord.parse(structuredClone(after))).toEqual(after);
  return after;
}

const received: ReceivedCase = {
  delivery: 'received',
  id: 'c1',
  agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin: agencyOrigin },
  title: { fa: 'اظهارنامه', en: 'Tax return' },
  idempotencyKey: 'k',
  submissionsUri: `${agencyOrigin}/daricheh/submissions`,
  signedAtMs: 0,
  manifest: 'e30',
  envelope: {
    type: 'daricheh.submission.v1',
    jws: { payload: 'e30', protected: 'e30', signature: '' },
    request: '',
    presentation: '',
    assertion: { credentialId: '', authenticatorData: '', clientDataJSON: '', signature: '' },
    leaf: { index: 0, size: 1, path: [] },
  },
  caseNumber: 'C1',
  caseUri: `${agencyOrigin}/daricheh/cases/C1`,
  caseToken: 'secret',
  receipt: 'receipt.of.case',
  receivedAt: testTime.toISOString(),
  dueAt: testTime.toISOString(),
  status: null,
  checkedAtMs: null,
};

describe('a receipt in an agency’s log', () => {
  it('E13: is proven at the first look, and from then on without anybody', async () => {
    const after = await look(received);
    expect(after.log).toMatchObject({ proven: { proof: { index: own } }, problem: null });
    expect(agency.asked.map(({ url, headers }) => [url, headers?.['authorization']])).toEqual([
      [`${received.caseUri}/log-proof`, 'Bearer secret'],
    ]);
    if (!after.log?.proven) throw new Error('proven');
    await expect(checkKeptProof(after, after.log.proven, ports())).resolves.toBeUndefined();
    await expect(checkKeptProof({ ...after, receipt: 'another' }, after.log.proven, ports())).rejects.toMatchObject({
      code: 'log_proof_invalid',
    });
  });

  it.each<[string, () => void, string]>([
    ['E13: by the seal of another agency', () => Object.assign(agency, { seal: world.other }), 'log_checkpoint_invalid'],
    [
      'E13: when the log holds another receipt',
      () => Object.assign(agency, { entries: agency.entries.with(own, { kind: 'receipt', at: 4, commitment: 'A'.repeat(43) }) }),
      'log_proof_invalid',
    ],
    ['when the answer is of no known shape', () => Object.assign(agency, { bend: () => ({ index: 4 }) }), 'log_proof_invalid'],
  ])('is not proven %s, which the case says', async (_what, change, code) => {
    change();
    const after = await look(received);
    expect(after.log).toMatchObject({ proven: null, problem: { code, isLasting: false } });
    expect(describeCase(after, nowMs).logProblem).toBe(code);
  });

  it.each([
    ['keeps no log', 404],
    ['does not answer', 503],
  ])('is not asked for in vain: where the agency %s, the case stays as it was', async (_what, status) => {
    agency.bend = () => status;
    expect(await look(received)).toBe(received);
  });

  it('sends the token to the agency’s own origin alone', async () => {
    const stray = { ...received, caseUri: 'https://other.example/daricheh/cases/C1' };
    expect(await look(stray)).toBe(stray);
    expect(agency.asked).toEqual([]);
  });
});

describe('a log that was seen before', () => {
  it('E11: is seen to have only grown, and the newest checkpoint is kept', async () => {
    const first = await look(received);
    grow(20);
    const second = await look(first);
    expect(second.log?.proven?.proof).toEqual(first.log?.proven?.proof);
    expect(second.log).toMatchObject({ proven: { checkedAtMs: nowMs }, problem: null });
    expect(second.log?.proven?.checkpoint).not.toBe(first.log?.proven?.checkpoint);
    grow(1);
    expect((await look(second)).log?.problem).toBeNull();
    expect(agency.asked.slice(1).every(({ headers }) => headers?.['authorization'] === undefined)).toBe(true);
  });

  it('E12: shown in another form of the same size is a contradiction that stays, with its evidence', async () => {
    const first = await look(received);
    const honest = agency.entries;
    agency.entries = agency.entries.with(8, { kind: 'act', at: 8, commitment: 'A'.repeat(43) });
    const second = await look(first);
    expect(second.log).toEqual({
      proven: first.log?.proven,
      problem: { code: 'log_inconsistent', isLasting: true, checkpoint: expect.any(String), atMs: nowMs },
    });
    expect(describeCase(second, nowMs).logProblem).toBe('log_inconsistent');
    agency.entries = honest;
    expect(await look(second)).toBe(second);
  });

  it('E11: cut short is a contradiction, unless the answer is merely old', async () => {
    const first = await look(received);
    agency.entries = agency.entries.slice(0, 7);
    expect((await look(first)).log?.problem).toBeNull();
    agency.issuedAt = new Date(testTime.getTime() + 1000);
    expect((await look(first)).log?.problem).toMatchObject({ code: 'log_inconsistent', isLasting: true });
  });

  it('E11: written anew does not continue what was seen, and is well again only when it does', async () => {
    const first = await look(received);
    const honest = agency.entries;
    agency.entries = agency.entries.with(2, { kind: 'act', at: 2, commitment: 'A'.repeat(43) });
    grow(5);
    const second = await look(first);
    expect(second.log?.problem).toMatchObject({ code: 'log_inconsistent', isLasting: false });
    agency.entries = honest;
    grow(5);
    expect((await look(second)).log?.problem).toBeNull();
  });

  it('that does not answer changes nothing', async () => {
    const first = await look(received);
    agency.bend = () => 503;
    expect(await look(first)).toBe(first);
  });
});
