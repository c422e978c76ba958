import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { commitTo, encodeLogEntry } from '@daricheh/shared/log';
import { computeMerkleRoot, isConsistent, proveConsistency, proveInclusion, type ReadTile } from '@daricheh/shared/merkle';
import { expect, it } from 'vitest';
import { sha256 } from '../crypto/node-crypto.ts';
import { describeSubmission } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import type { StaffEvent } from './staff.ts';
import type { Store } from './store.ts';

const agency = 'tax';
const readAll = ({ log }: Store, of = agency) => log.list({ agency: of, start: 0, count: 9999 });
const readTiles =
  ({ log }: Store): ReadTile =>
  (name) =>
    log.readTile({ agency, ...name });

/** What stores log, and how it is proven. */
export function describeLog(store: () => Store): void {
  it('is empty at first', async () => {
    expect(await store().log.readHead(agency)).toEqual({ size: 0, root: sha256(new Uint8Array()) });
    expect(await readAll(store())).toEqual([]);
    expect(await store().log.findReceipt({ agency, caseNumber: 'A' })).toBeNull();
  });

  it('holds a submission and its receipt, and nothing of what they say', async () => {
    const { submissions, log } = store();
    await submissions.record(describeSubmission('A'));
    const entries = await readAll(store());
    expect(entries).toEqual(
      ['submission', 'receipt'].map((kind, index) => ({
        ...{ index, kind, at: at.getTime() / 1000, commitment: expect.any(String), root: expect.any(String) },
      })),
    );
    const receipt = await log.findReceipt({ agency, caseNumber: 'A' });
    expect(receipt).toEqual({ ...entries[1], salt: expect.any(String) });
    expect(await commitTo(encodeUtf8('r'), decodeBase64Url(receipt?.salt ?? ''), sha256)).toBe(receipt?.commitment);
    expect(await log.findReceipt({ agency: 'passport', caseNumber: 'A' })).toBeNull();
    expect(await readAll(store(), 'passport')).toEqual([]);
  });

  it('hides what can be guessed: the same is never logged twice alike', async () => {
    const { submissions } = store();
    await submissions.record(describeSubmission('A'));
    await submissions.record(describeSubmission('B'));
    expect(new Set((await readAll(store())).map(({ commitment }) => commitment)).size).toBe(4);
  });

  it('holds nothing of what was not written', async () => {
    const { submissions, cases, issued } = store();
    const key = { key: 'key-1', bodyHash: 'hash', answer: null };
    await submissions.record(describeSubmission('A', { idempotency: key }));
    await submissions.record(describeSubmission('B', { idempotency: key }));
    await expect(submissions.record(describeSubmission('A'))).rejects.toThrow();
    const event = { id: 'e', at, kind: 'approved', actor: null, note: null };
    expect(await cases.change({ agency, caseNumber: 'A' }, 7, { state: 'approved', nextAction: null, event })).toBe(false);
    expect(await issued.setStatus({ agency, offerId: 'none' }, 1)).toBe(0);
    expect((await store().log.readHead(agency)).size).toBe(2);
  });

  it('holds decisions, revocations, and what was done to who may get in', async () => {
    const { submissions, cases, issued, staffEvents, caseworkers, passkeys } = store();
    await submissions.record(describeSubmission('A', { submission: { ...describeSubmission('A').submission, receipt: null } }));
    const decision = { id: 'e', at, kind: 'approved', actor: 'w1', note: null };
    await cases.change({ agency, caseNumber: 'A' }, 1, { state: 'approved', nextAction: null, event: decision });
    await issued.claim({ agency, list: 1, index: 7, offerId: 'o', configuration: 'identity', expiresAt: later(1000) });
    await issued.setStatus({ agency, offerId: 'o' }, 1);
    const event = (id: string, kind: StaffEvent['kind']): StaffEvent => ({ id, at, kind, actor: null, subject: null, detail: null });
    await staffEvents.record(agency, event('s1', 'invited'));
    const mina = { agency, id: 'w1', name: 'مینا', role: 'administrator' } as const;
    const passkey = (credentialId: string) => ({ credentialId, publicKey: 'k', counter: 0, name: '' });
    await caseworkers.enrol({ caseworker: mina, passkey: passkey('c1'), codeHash: 'code', event: event('s2', 'enrolled') });
    await passkeys.add(mina, passkey('c2'), event('s3', 'passkey-added'));
    await passkeys.flag({ agency, credentialId: 'c1' }, event('s4', 'passkey-flagged'));
    expect(await passkeys.remove(mina, 'c1', event('s5', 'passkey-removed'))).toBe('removed');
    expect((await readAll(store())).map(({ kind }) => kind)).toEqual(['submission', ...Array(7).fill('act')]);
  });

  it('holds what jobs found, each once', async () => {
    const { submissions, rechecks, evidence } = store();
    const waits = { issuer: 'https://registry.example', uri: 'https://registry.example/1', index: 7, takenAsOf: at, dueAt: at };
    const unstamped = { signature: 's', header: null, dueAt: at, statusToken: { hash: 'h', text: 't' } };
    await submissions.record(describeSubmission('A', { recheck: waits, evidence: unstamped }));
    const name = { agency, caseNumber: 'A' };
    const settlement = { verdict: 'valid', at, asOf: at, event: { id: 'e1', kind: 'status-valid' }, change: null } as const;
    const stamped = { header: {}, at, dueAt: null, event: { id: 'e2', kind: 'time-stamped', outcome: null } };
    const job = await evidence.take(agency, at, new Date(at.getTime() + 1));
    if (job === null) throw new Error('none was due');
    for (let again = 0; again < 2; again++) {
      await rechecks.settle(name, settlement);
      await evidence.settle(job, stamped);
    }
    expect((await readAll(store())).map(({ kind }) => kind)).toEqual(['submission', 'receipt', 'act', 'act']);
  });

  it('E11: is one sequence without a gap when twenty write at once, and proves each entry and each step', async () => {
    const { submissions, log } = store();
    const numbers = Array.from({ length: 20 }, (_, writer) => Array.from({ length: 8 }, (_none, turn) => `N${writer}-${turn}`));
    const write = async (own: readonly string[]) => {
      for (const number of own) await submissions.record(describeSubmission(number));
    };
    await Promise.all(numbers.map(write));
    const [entries, head] = [await readAll(store()), await log.readHead(agency)];
    expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: 320 }, (_, index) => index));
    expect([head.size, encodeBase64Url(head.root)]).toEqual([320, entries.at(-1)?.root]);
    for (const { index, kind, at: time, commitment } of entries.filter(({ index: each }) => each % 17 === 0 || each > 300)) {
      const path = await proveInclusion({ index, size: 320 }, readTiles(store()), sha256);
      const root = await computeMerkleRoot(encodeLogEntry({ kind, at: time, commitment }), { index, size: 320, path }, sha256);
      expect(root).toEqual(head.root);
    }
    for (const size of [1, 2, 255, 256, 257, 319]) {
      const path = await proveConsistency({ from: size, to: 320 }, readTiles(store()), sha256);
      const older = { size, root: decodeBase64Url(entries[size - 1]?.root ?? '') };
      expect(await isConsistent(older, head, path, sha256)).toBe(true);
    }
    // A receipt and its submission stand together: one transaction, one turn.
    expect(entries.map(({ kind }) => kind)).toEqual(Array(160).fill(['submission', 'receipt']).flat());
  });

  it('gives entries page by page', async () => {
    const { submissions, log } = store();
    for (const number of ['A', 'B']) await submissions.record(describeSubmission(number));
    const list = async (start: number, count: number) => (await log.list({ agency, start, count })).map(({ index }) => index);
    expect([await list(0, 3), await list(3, 3), await list(4, 3)]).toEqual([[0, 1, 2], [3], []]);
  });
}
