import { expect, it } from 'vitest';
import { describeSubmission } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import type { OutboxJob } from './outbox.ts';
import type { StaffEvent } from './staff.ts';
import type { CaseState, Store } from './store.ts';

const agency = 'tax';
const act = (id: string, kind: StaffEvent['kind']): StaffEvent => ({ id, at, kind, actor: null, subject: null, detail: null });

/** What stores of events do that the tax agency's own system is told of, and nobody else's. */
export function describeOutbox(store: () => Store): void {
  const record = (caseNumber: string) => store().submissions.record(describeSubmission(caseNumber));
  const change = (caseNumber: string, revision: number, state: CaseState) =>
    store().cases.change({ agency, caseNumber }, revision, {
      ...{ state, nextAction: null },
      event: { id: `${caseNumber}-${revision}`, at, kind: state, actor: 'w', note: null },
    });
  const take = (now = at, leasedUntil = later(9000)) => store().outbox.take(agency, now, leasedUntil);
  const takeOne = async (now = at, leasedUntil = later(9000)): Promise<OutboxJob> => {
    const job = await take(now, leasedUntil);
    if (job === null) throw new Error('none was due');
    return job;
  };
  const name = ({ caseNumber, type, outcome }: OutboxJob) => [caseNumber, type, outcome].join(' ');
  const die = async (): Promise<OutboxJob> => {
    const job = await takeOne();
    await store().outbox.postpone(job, { code: '500', dueAt: null });
    return job;
  };

  it('hold what came and what was decided, each at its place in the log, for who is told and nobody else', async () => {
    await record('A');
    await change('A', 1, 'in-review');
    await store().submissions.record({ ...describeSubmission('B'), case: { ...describeSubmission('B').case, agency: 'passport' } });
    const told: string[] = [];
    for (let job = await take(); job !== null; job = await take()) {
      told.push(`${job.logIndex} ${name(job)}`);
      expect(job).toMatchObject({ agency, at, tries: 0, id: expect.stringMatching(/^[\w-]{22}$/) });
      expect(await store().outbox.settle(job)).toBe(true);
    }
    expect(told).toEqual(['0 A submission.received ', '1 A receipt.issued ', '2 A case.changed in-review']);
    expect(await store().outbox.count('passport')).toEqual({ waiting: 0, dead: 0 });
  });

  it('hold nothing of what was not written', async () => {
    await record('A');
    expect(await change('A', 7, 'approved')).toBe(false);
    await expect(record('A')).rejects.toThrow();
    expect(await store().outbox.count(agency)).toEqual({ waiting: 2, dead: 0 });
  });

  it('are handed out one of a case at a time, in order, and of other cases meanwhile', async () => {
    await record('A');
    await record('B');
    const first = [await takeOne(), await takeOne()];
    expect([...first.map(name), await take()]).toEqual(['A submission.received ', 'B submission.received ', null]);
    for (const job of first.slice(1)) await store().outbox.settle(job);
    expect([name(await takeOne()), await take()]).toEqual(['B receipt.issued ', null]);
  });

  it('are handed to one of fifty at once, and again under the same id when the lease is over', async () => {
    await record('A');
    const taken = await Promise.all(Array.from({ length: 50 }, () => take(at, later(300))));
    const [first, ...others] = taken.filter((job) => job !== null);
    expect(others).toEqual([]);
    expect([await take(later(299)), (await take(later(300)))?.id]).toEqual([null, first?.id]);
    if (first !== undefined) expect(await store().outbox.settle(first)).toBe(false);
  });

  it('are put off by who holds them, and hold back what came after them', async () => {
    await record('A');
    const job = await takeOne(at, later(300));
    expect(await store().outbox.postpone(job, { code: '503', dueAt: later(700) })).toBe(true);
    expect(await store().outbox.postpone(job, { code: '503', dueAt: later(800) })).toBe(false);
    expect([await take(later(699)), await take(later(700))]).toMatchObject([null, { id: job.id, tries: 1 }]);
  });

  it('are listed when they are not tried any more, with what failed and what waits behind', async () => {
    await record('A');
    await change('A', 1, 'in-review');
    const { id } = await die();
    expect(await take(later(99_999))).toBeNull();
    const { outbox } = store();
    expect(await outbox.listDead({ agency, limit: 9 })).toMatchObject([{ id, lastCode: '500', tries: 1, behind: 2 }]);
    expect([await outbox.count(agency), await outbox.listDead({ agency: 'passport', limit: 9 })]).toEqual([{ waiting: 2, dead: 1 }, []]);
  });

  it('are sent again under the same id, their tries begun anew, with a record of it', async () => {
    await record('A');
    const { id } = await die();
    const { outbox, staffEvents } = store();
    const event = act('s', 'event-sent-again');
    expect(await outbox.sendAgain({ agency: 'passport', id }, later(5), event)).toBe(false);
    expect(await outbox.sendAgain({ agency, id }, later(5), event)).toBe(true);
    expect(await outbox.sendAgain({ agency, id }, later(5), act('s2', 'event-sent-again'))).toBe(false);
    expect([await take(later(4)), await take(later(5))]).toMatchObject([null, { id, tries: 0 }]);
    expect((await staffEvents.list({ agency, limit: 9 })).map(({ kind }) => kind)).toEqual(['event-sent-again']);
  });

  it('are set aside, so that the next goes on, with a record of it', async () => {
    await record('A');
    const { id } = await die();
    const { outbox, staffEvents } = store();
    const event = act('s', 'event-set-aside');
    expect(await outbox.setAside({ agency: 'passport', id }, event)).toBe(false);
    expect([await outbox.setAside({ agency, id }, event), await outbox.setAside({ agency, id }, event)]).toEqual([true, false]);
    expect(name(await takeOne())).toBe('A receipt.issued ');
    expect((await staffEvents.list({ agency, limit: 9 })).map(({ kind }) => kind)).toEqual(['event-set-aside']);
  });
}
