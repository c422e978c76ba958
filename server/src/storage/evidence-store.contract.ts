import { expect, it } from 'vitest';
import { describeSubmission } from './case-stores.contract.ts';
import { later } from './contract-time.ts';
import type { NewEvidence } from './evidence.ts';
import type { Store } from './store.ts';

const header = { etsiU: [{ sigTst: { tstTokens: [{ val: 'AA==' }] } }] };
const statusToken = { hash: 'h', text: 'a.b.c' };
const late: NewEvidence = { signature: 'signature', header: null, dueAt: later(100), statusToken };

/** What stores of evidence do. */
export function describeEvidence(store: () => Store): void {
  const name = { agency: 'tax', caseNumber: 'A' };
  const record = (caseNumber: string, changes: Partial<NewEvidence> = {}) =>
    store().submissions.record(describeSubmission(caseNumber, { evidence: { ...late, ...changes } }));
  const take = (now: Date, leasedUntil = later(9000)) => store().evidence.take('tax', now, leasedUntil);
  const stamped = { header, at: later(500), dueAt: later(8000), event: { id: 'e', kind: 'time-stamped', outcome: null } };

  it('keep what came with a submission, and a list once for all whom it served', async () => {
    await record('A', { header, dueAt: null });
    await record('B');
    const { evidence } = store();
    expect(await evidence.read(name)).toEqual({ header, statusToken: 'a.b.c' });
    expect(await evidence.read({ ...name, caseNumber: 'B' })).toEqual({ header: null, statusToken: 'a.b.c' });
    expect([await evidence.read({ ...name, agency: 'passport' }), await take(later(50))]).toEqual([null, null]);
  });

  it('keep what was said of a mandate beside it, and a newer list in its place', async () => {
    await record('A', { mandateStatusToken: { hash: 'm', text: 'g.h.i' } });
    const { evidence } = store();
    expect(await evidence.read(name)).toEqual({ header: null, statusToken: 'a.b.c', mandateStatusToken: 'g.h.i' });
    const job = await take(later(100));
    if (job === null) throw new Error('none was due');
    expect(await evidence.settle(job, { at: later(150), dueAt: null, mandateStatusToken: { hash: 'h', text: 'a.b.c' } })).toBe(true);
    expect(await evidence.read(name)).toEqual({ header: null, statusToken: 'a.b.c', mandateStatusToken: 'a.b.c' });
  });

  it('have none of what nobody signed', async () => {
    await store().submissions.record(describeSubmission('A'));
    expect(await store().evidence.read(name)).toBeNull();
  });

  it('keep that of each signature of a form that two people sign, hold it until the second comes, and answer both keys alike', async () => {
    const { submissions, oneTime, evidence } = store();
    const record = (kind: string) => ({ agency: 'tax', kind, key: 'k', value: {}, expiresAt: later(9000) });
    const request = { agency: 'tax', kind: 'submission-request', key: 'nonce' };
    const records = [record('form'), record('link')];
    await oneTime.put({ ...request, value: {}, expiresAt: later(9000) }, later(0));
    expect(await submissions.hold({ request, records }, later(0))).toBe(true);
    // Another first signature of the same form: nothing is written, and nothing taken.
    await oneTime.put({ ...request, value: {}, expiresAt: later(9000) }, later(1));
    expect([await submissions.hold({ request, records }, later(1)), await oneTime.read(request, later(1))]).toEqual([false, {}]);
    const coSigning = { takes: records, key: 'first', bodyHash: 'one', evidence: { ...late, header, dueAt: null } };
    const whole = describeSubmission('A', {
      ...{ evidence: { ...late, signature: 'second' }, coSigning },
      idempotency: { key: 'second', bodyHash: 'two', answer: 'answer' },
    });
    await submissions.record(whole);
    const kept = await evidence.list(name);
    expect([...kept].sort((a, b) => a.signature.localeCompare(b.signature))).toEqual([
      { signature: 'second', header: null, statusToken: 'a.b.c' },
      { signature: 'signature', header, statusToken: 'a.b.c' },
    ]);
    const first = { bodyHash: 'one', answer: 'answer' };
    expect(await submissions.findAnswer({ agency: 'tax', key: 'first' })).toEqual(first);
    // The second signer's key goes as any other; the first's, with the case.
    expect(await submissions.sweepKeys(later(9000))).toBe(1);
    expect(await submissions.findAnswer({ agency: 'tax', key: 'first' })).toEqual(first);
    const again = describeSubmission('B', { coSigning: { ...coSigning, key: 'third' } });
    await expect(submissions.record(again)).rejects.toMatchObject({ code: 'submission_request_unknown' });
    expect(await store().cases.read({ ...name, caseNumber: 'B' })).toBeNull();
  });

  it('hand out signatures when they are due, the first due first, and in their own agency', async () => {
    await record('B', { dueAt: later(200) });
    await record('A');
    await record('C', { header, dueAt: null });
    expect([await take(later(99)), await store().evidence.take('passport', later(999), later(9000))]).toEqual([null, null]);
    const job = { ...name, signature: 'signature', header: null, tries: 0, leasedUntil: later(9000) };
    expect([await take(later(999)), (await take(later(999)))?.caseNumber, await take(later(999))]).toEqual([job, 'B', null]);
  });

  it('hand a signature to one of fifty at once, and again when its lease is over', async () => {
    await record('A');
    const taken = await Promise.all(Array.from({ length: 50 }, () => take(later(100), later(300))));
    expect(taken.filter((job) => job !== null)).toHaveLength(1);
    expect([await take(later(299)), (await take(later(300)))?.caseNumber]).toEqual([null, 'A']);
  });

  it('let it be put off by who holds it, and by nobody whose lease has passed on', async () => {
    await record('A');
    const { evidence } = store();
    const first = await take(later(100), later(300));
    const second = await take(later(300), later(600));
    if (first === null || second === null) throw new Error('none was due');
    expect([await evidence.postpone(first, later(301)), await evidence.postpone(second, later(700))]).toEqual([false, true]);
    expect([await take(later(699)), (await take(later(700)))?.tries]).toEqual([null, 1]);
  });

  it('take one time stamp, of fifty at once, with an event, and hand the signature out again when that is to be renewed', async () => {
    await record('A');
    const { evidence, cases } = store();
    const job = await take(later(100));
    if (job === null) throw new Error('none was due');
    const events = Array.from({ length: 50 }, (_unused, index) => ({ ...stamped.event, id: `e${index}` }));
    const settled = await Promise.all(events.map((event) => evidence.settle(job, { ...stamped, event })));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await evidence.read(name)).toEqual({ header, statusToken: 'a.b.c' });
    const file = await cases.read(name);
    expect(file?.events.slice(1)).toEqual([{ at: later(500), kind: 'time-stamped', actor: null, note: null }]);
    expect([file?.case.revision, await take(later(7999)), await take(later(8000))]).toEqual([
      1,
      null,
      { ...name, signature: 'signature', header, tries: 0, leasedUntil: later(9000) },
    ]);
  });

  it('keep what a look does not change, take a newer status list, and forget what nothing can be had for', async () => {
    await record('A', { header });
    const { evidence, cases } = store();
    const first = await take(later(100), later(200));
    if (first === null) throw new Error('none was due');
    expect(await evidence.settle(first, { at: later(150), dueAt: later(300) })).toBe(true);
    expect(await evidence.read(name)).toEqual({ header, statusToken: 'a.b.c' });
    const second = await take(later(300), later(400));
    if (second === null) throw new Error('none was due');
    expect(await evidence.settle(first, { at: later(350), dueAt: null })).toBe(false);
    expect(await evidence.settle(second, { at: later(350), dueAt: null, statusToken: { hash: 'h2', text: 'd.e.f' } })).toBe(true);
    expect(await evidence.read(name)).toEqual({ header, statusToken: 'd.e.f' });
    expect([(await cases.read(name))?.events.length, await take(later(99_999))]).toEqual([1, null]);
  });
}
