import { expect, it } from 'vitest';
import { describeSubmission } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import type { RecheckJob, Settlement } from './rechecks.ts';
import type { CaseState, Store } from './store.ts';

const place = { issuer: 'https://registry.example', uri: 'https://registry.example/1', index: 7 };
const nextAction = { fa: 'دوباره', en: 'Again' };
const revoked: Settlement = {
  ...{ verdict: 'revoked', at: later(500), asOf: later(400), event: { id: 'e', kind: 'status-revoked' } },
  change: { from: ['received'], to: 'more-needed', nextAction },
};
const valid: Settlement = { ...revoked, verdict: 'valid', event: { id: 'e', kind: 'status-valid' }, change: null };

/** What stores of look-ups that must be made again do. */
export function describeRechecks(store: () => Store): void {
  const name = { agency: 'tax', caseNumber: 'A' };
  const record = (caseNumber: string, dueAt = later(100)) =>
    store().submissions.record(describeSubmission(caseNumber, { recheck: { ...place, takenAsOf: later(-50), dueAt } }));
  const waiting = { state: 'waiting', takenAsOf: later(-50), settled: null };
  const take = (now: Date, leasedUntil = later(9000)) => store().rechecks.take('tax', now, leasedUntil);
  const readCase = async () => (await store().cases.read(name))?.case;

  it('wait with the case, which says so to whoever reads it', async () => {
    await record('A');
    const { cases } = store();
    expect((await readCase())?.recheck).toEqual(waiting);
    expect((await cases.findByToken(name, 'token'))?.recheck).toEqual(waiting);
    expect((await cases.list({ agency: 'tax', states: ['received'], limit: 9 })).map(({ recheck }) => recheck)).toEqual([waiting]);
  });

  it('are handed out when they are due, the first due first, and in their own agency', async () => {
    await record('B', later(200));
    await record('A');
    expect([await take(later(99)), await store().rechecks.take('passport', later(999), later(9000))]).toEqual([null, null]);
    const job: RecheckJob = { agency: 'tax', caseNumber: 'A', ...place, receivedAt: at, tries: 0, leasedUntil: later(9000) };
    expect([await take(later(999)), (await take(later(999)))?.caseNumber, await take(later(999))]).toEqual([job, 'B', null]);
  });

  it('name the mandate’s place too, where it was signed under one', async () => {
    const mandate = { issuer: 'https://court.example', uri: 'https://court.example/2', index: 9 };
    const recheck = { ...place, mandate, takenAsOf: later(-50), dueAt: later(100) };
    await store().submissions.record(describeSubmission('A', { recheck }));
    expect(await take(later(100))).toMatchObject({ ...place, mandate });
  });

  it('are handed to one of fifty at once, and again when its lease is over', async () => {
    await record('A');
    const taken = await Promise.all(Array.from({ length: 50 }, () => take(later(100), later(300))));
    expect(taken.filter((job) => job !== null)).toHaveLength(1);
    expect([await take(later(299)), (await take(later(300)))?.caseNumber]).toEqual([null, 'A']);
  });

  it('are put off by who holds them, and by nobody whose lease has passed on', async () => {
    await record('A');
    const { rechecks } = store();
    const late = await take(later(100), later(300));
    const job = await take(later(300), later(600));
    if (late === null || job === null) throw new Error('none was due');
    expect([await rechecks.postpone(late, later(301)), await rechecks.postpone(job, later(700))]).toEqual([false, true]);
    expect([await take(later(699)), (await take(later(700)))?.tries]).toEqual([null, 1]);
  });

  it('end once, of fifty at once, with an event and what the citizen should do', async () => {
    await record('A');
    const { rechecks, cases } = store();
    const settled = await Promise.all(
      Array.from({ length: 50 }, (_unused, index) =>
        rechecks.settle(name, { ...revoked, event: { id: `e${index}`, kind: 'status-revoked' } }),
      ),
    );
    expect(settled.filter(Boolean)).toHaveLength(1);
    const file = await cases.read(name);
    expect(file?.case).toMatchObject({
      ...{ state: 'more-needed', nextAction, revision: 2, updatedAt: later(500) },
      recheck: { state: 'revoked', takenAsOf: later(-50), settled: { at: later(500), asOf: later(400) } },
    });
    expect(file?.events.slice(1)).toEqual([{ at: later(500), kind: 'status-revoked', actor: null, note: null }]);
    expect(await take(later(9999))).toBeNull();
  });

  it('leave a case as it is that may stay so', async () => {
    await record('A');
    expect(await store().rechecks.settle(name, valid)).toBe(true);
    expect(await readCase()).toMatchObject({
      state: 'received',
      nextAction: null,
      revision: 1,
      updatedAt: at,
      recheck: { state: 'valid' },
    });
  });

  it('keep what was decided, and tell the citizen all the same', async () => {
    await record('A');
    const { cases, rechecks } = store();
    const approved: CaseState = 'approved';
    const event = { id: 'e2', at: later(5), kind: approved, actor: 'worker', note: null };
    await cases.change(name, 1, { state: approved, nextAction: null, event });
    await rechecks.settle(name, revoked);
    expect(await readCase()).toMatchObject({ state: 'approved', nextAction, revision: 3 });
  });

  it('write nothing for a case that waits for none', async () => {
    await store().submissions.record(describeSubmission('A'));
    expect(await store().rechecks.settle(name, revoked)).toBe(false);
    expect(await readCase()).toMatchObject({ state: 'received', revision: 1, recheck: null });
  });
}
