import { encodeLogEntry } from '@daricheh/shared/log';
import { computeMerkleRoot, isConsistent, proveConsistency, proveInclusion } from '@daricheh/shared/merkle';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../crypto/node-crypto.ts';
import { describeSubmission } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import type { CaseState, NewSubmission, Store } from './store.ts';

/** A store, and every row of every table of its database as text, by the table's name. */
export type OpenedStore = { readonly store: Store; readonly dump: () => Promise<Readonly<Record<string, readonly string[]>>> };

const canary = 'محرمانه-CANARY-7';
const agency = 'tax';
const name = { agency, caseNumber: 'CASE-A' };
const act = (id: string) => ({ id, at: later(9), actor: null });

/** A submission that holds the canary wherever something of somebody may stand. */
function describePersonal(caseNumber: string, changes: Partial<NewSubmission> = {}): NewSubmission {
  const base = describeSubmission(caseNumber);
  return {
    ...base,
    submission: { ...base.submission, manifestHash: canary, body: `{"a":"${canary}"}`, receipt: canary },
    idempotency: { key: `key-${caseNumber}`, bodyHash: canary, answer: { caseToken: canary } },
    recheck: { issuer: 'https://r.example', uri: `https://r.example/${caseNumber}`, index: 7, takenAsOf: at, dueAt: at },
    evidence: { signature: canary, header: { canary }, dueAt: at, statusToken: { hash: 'h', text: 'a.b.c' } },
    ...changes,
  };
}

/** What stores do when a case is erased. */
export function describeErasure(title: string, open: () => Promise<OpenedStore>): void {
  describe(`erasure in ${title}`, () => {
    let store: Store;
    let dump: OpenedStore['dump'];
    beforeEach(async () => {
      ({ store, dump } = await open());
    });
    afterEach(() => store.close());

    const readEntries = () => store.log.list({ agency, start: 0, count: 99 });
    const tiles = (tile: { level: number; index: number }) => store.log.readTile({ agency, ...tile });

    /** A case through which everything has passed that may leave a trace of the citizen. */
    async function fill(caseNumber = name.caseNumber): Promise<void> {
      const request = { agency, kind: 'submission-request', key: `nonce-${caseNumber.at(-1)}` };
      const file = { slot: 'deed', sha256: 'hash', size: 9, mediaType: 'application/pdf' };
      await store.oneTime.put({ ...request, value: true, expiresAt: later(1000) }, at);
      await store.attachments.add({ agency, id: `file-${caseNumber.at(-1)}`, request: request.key, ...file, uploadedAt: at }, 1);
      await store.submissions.record(describePersonal(caseNumber, { request, attachments: [{ ...file, name: canary }] }));
      const ofCase = { agency, caseNumber };
      const nextAction = { fa: canary, en: canary };
      const noted = { id: `${caseNumber}-1`, at: later(5), kind: 'more-needed', actor: 'w', note: canary };
      await store.cases.change(ofCase, 1, { state: 'more-needed', nextAction, event: noted });
      await store.erasures.request(ofCase, act(`${caseNumber}-2`));
      await store.erasures.refuse(ofCase, { ...act(`${caseNumber}-3`), reason: canary });
      await store.erasures.request(ofCase, act(`${caseNumber}-4`));
    }

    it('leaves nothing of the citizen in any table, and all of everybody else’s', async () => {
      await fill('CASE-B');
      const before = await dump();
      await fill();
      expect(JSON.stringify(await dump()).split(canary).length).toBeGreaterThan(2 * JSON.stringify(before).split(canary).length - 2);
      expect(await store.erasures.erase(name, act('erased'))).toBe(true);
      // The bytes of its file are nobody’s now, and are swept with those that no submission named.
      expect(await store.attachments.lapse(agency, later(1))).toEqual([{ id: 'file-A', sha256: 'hash' }]);
      const after = await dump();
      const rowsOf = (rows: readonly string[] = []) => rows.filter((row) => row.includes('CASE-A'));
      const left = Object.entries(after).flatMap(([table, rows]) => rowsOf(rows).map(() => table));
      expect(left.sort()).toEqual(['case_events', 'cases', 'outbox']);
      for (const row of Object.values(after).flatMap((rows) => rowsOf(rows))) expect(row).not.toContain(canary);
      for (const [table, rows] of Object.entries(before)) {
        if (table !== 'log_heads') expect(after[table]).toEqual(expect.arrayContaining([...rows]));
      }
      expect(JSON.stringify(after).split(canary)).toHaveLength(JSON.stringify(before).split(canary).length);
    });

    it('leaves the tree as it was: what the citizen kept still proves that it stood there', async () => {
      await fill();
      const older = await store.log.readHead(agency);
      const entries = await readEntries();
      const receipt = await store.log.findReceipt(name);
      await store.erasures.erase(name, act('erased'));
      const [head, after] = [await store.log.readHead(agency), await readEntries()];
      expect(after.slice(0, -1).map(({ erasedOn, ...entry }) => [entry, erasedOn])).toEqual(entries.map((entry) => [entry, '2026-11-23']));
      expect(after.at(-1)).toEqual({ ...after.at(-1), kind: 'act', erasedOn: undefined });
      for (const { index, kind, at: time, commitment } of after) {
        const path = await proveInclusion({ index, size: head.size }, tiles, sha256);
        const root = await computeMerkleRoot(encodeLogEntry({ kind, at: time, commitment }), { index, size: head.size, path }, sha256);
        expect(root).toEqual(head.root);
      }
      const path = await proveConsistency({ from: older.size, to: head.size }, tiles, sha256);
      expect(await isConsistent(older, head, path, sha256)).toBe(true);
      expect(receipt?.salt).toMatch(/^[\w-]{43}$/);
      expect(await store.log.findReceipt(name)).toBeNull();
    });

    it('happens once, of ten at once, and nothing is done to the case after it', async () => {
      await fill();
      const erased = await Promise.all(Array.from({ length: 10 }, (_, turn) => store.erasures.erase(name, act(`x${turn}`))));
      expect(erased.filter(Boolean)).toHaveLength(1);
      const file = await store.cases.read(name);
      expect(file).toMatchObject({ case: { erasedAt: later(9), erasureRequest: null, nextAction: null }, submissions: [] });
      expect(file?.events.map(({ kind }) => kind)).toEqual(['erased']);
      const { revision = 0 } = file?.case ?? {};
      const state: CaseState = 'approved';
      expect(
        await store.cases.change(name, revision, { state, nextAction: null, event: { ...act('late'), kind: state, note: null } }),
      ).toBe(false);
      expect(await store.erasures.request(name, act('again'))).toBe(false);
      expect(await store.cases.list({ agency, states: ['more-needed'], limit: 9 })).toEqual([]);
      expect((await store.cases.findByToken(name, 'token'))?.erasedAt).toEqual(later(9));
    });

    it('leaves no trace of a job that ends at the same moment', async () => {
      await fill();
      const settlement = { verdict: 'revoked', at: later(9), asOf: later(8), event: { id: 'r', kind: 'status-revoked' } } as const;
      const change = { from: ['received'], to: 'more-needed', nextAction: { fa: canary, en: canary } } as const;
      const job = await store.evidence.take(agency, at, later(9000));
      if (job === null) throw new Error('none was due');
      await Promise.all([
        store.rechecks.settle(name, { ...settlement, change }),
        store.erasures.erase(name, act('erased')),
        store.evidence.settle(job, {
          header: { canary },
          at: later(9),
          dueAt: null,
          event: { id: 's', kind: 'time-stamped', outcome: null },
        }),
      ]);
      expect(JSON.stringify(await dump())).not.toContain(canary);
      expect((await store.cases.read(name))?.events.map(({ kind }) => kind)).toEqual(['erased']);
    });

    it('is asked for once while nobody has decided, and again after a refusal', async () => {
      await store.submissions.record(describeSubmission(name.caseNumber));
      const ask = (id: string) => store.erasures.request(name, act(id));
      const refuse = (id: string) => store.erasures.refuse(name, { ...act(id), reason: 'law' });
      expect([await refuse('a'), await ask('b'), await ask('c')]).toEqual([false, true, false]);
      expect((await store.cases.listErasureRequests({ agency, limit: 9 })).map(({ caseNumber }) => caseNumber)).toEqual(['CASE-A']);
      expect(await store.cases.listErasureRequests({ agency: 'passport', limit: 9 })).toEqual([]);
      expect([await refuse('d'), await refuse('e')]).toEqual([true, false]);
      const refused = { requestedAt: later(9), refused: { at: later(9), reason: 'law' } };
      expect((await store.cases.read(name))?.case.erasureRequest).toEqual(refused);
      expect([await store.cases.listErasureRequests({ agency, limit: 9 }), await ask('f')]).toEqual([[], true]);
      expect((await readEntries()).map(({ kind }) => kind)).toEqual(['submission', 'receipt', 'act', 'act', 'act']);
    });

    it('is of no other agency’s case, and of none that there is not', async () => {
      await fill();
      const other = { ...name, agency: 'passport' };
      expect([
        await store.erasures.erase(other, act('a')),
        await store.erasures.request(other, act('b')),
        await store.erasures.refuse(other, { ...act('c'), reason: 'n' }),
        await store.erasures.erase({ ...name, caseNumber: 'none' }, act('d')),
      ]).toEqual([false, false, false, false]);
      expect((await store.cases.read(name))?.case.erasedAt).toBeNull();
    });

    it('is due for decided cases whose time is over', async () => {
      const decide = (caseNumber: string, state: CaseState) =>
        store.cases.change({ agency, caseNumber }, 1, {
          state,
          nextAction: null,
          event: { ...act(`${caseNumber}-d`), kind: state, note: null },
        });
      for (const caseNumber of ['LATE', 'OPEN', 'YOUNG', 'KEPT', 'FIRST']) {
        const keepUntil = { LATE: later(100), OPEN: later(100), YOUNG: later(101), FIRST: later(50) }[caseNumber];
        await store.submissions.record(describeSubmission(caseNumber, keepUntil === undefined ? {} : { keepUntil }));
        if (caseNumber !== 'OPEN') await decide(caseNumber, caseNumber === 'LATE' ? 'approved' : 'refused');
      }
      const listOverdue = async (of = agency) =>
        (await store.erasures.listOverdue({ agency: of, now: later(100), limit: 9 })).map(({ caseNumber }) => caseNumber);
      expect([await listOverdue(), await listOverdue('passport')]).toEqual([['FIRST', 'LATE'], []]);
      await store.erasures.erase({ agency, caseNumber: 'FIRST' }, act('erased'));
      expect(await listOverdue()).toEqual(['LATE']);
    });
  });
}
