import { expect, it } from 'vitest';
import { at, later } from './contract-time.ts';
import type { CaseChange, CaseState, NewSubmission, Store } from './store.ts';

const key = { key: 'key-1', bodyHash: 'hash', answer: { receipt: 'r' } };
const open: readonly CaseState[] = ['received', 'in-review', 'more-needed'];
const request = { agency: 'tax', kind: 'submission-request', key: 'nonce' };

/** A submission to the tax agency that became a case of that number. */
export function describeSubmission(caseNumber: string, changes: Partial<NewSubmission> = {}): NewSubmission {
  const title = { fa: 'مالیات', en: 'Tax' };
  return {
    case: { agency: 'tax', caseNumber, formId: 'f', title, isSigned: true, receivedAt: at, dueAt: later(9000) },
    tokenHash: 'token',
    submission: { id: `id-${caseNumber}`, receivedAt: at, manifestHash: 'm', body: '{"a":"\u200cب"}', receipt: 'r' },
    request: null,
    idempotency: null,
    eventId: `event-${caseNumber}`,
    recheck: null,
    evidence: null,
    attachments: [],
    ...changes,
  };
}

/** What stores of submissions do. */
export function describeSubmissions(store: () => Store): void {
  it('write a case, its submission and its event', async () => {
    const { submissions, cases } = store();
    const submission = describeSubmission('A');
    expect(await submissions.record(submission)).toEqual({ kind: 'recorded' });
    expect(await cases.read({ agency: 'tax', caseNumber: 'A' })).toEqual({
      case: {
        ...submission.case,
        state: 'received',
        updatedAt: at,
        revision: 1,
        nextAction: null,
        recheck: null,
        erasedAt: null,
        erasureRequest: null,
        about: null,
        closedBy: null,
      },
      submissions: [submission.submission],
      events: [{ at, kind: 'received', actor: null, note: null }],
    });
  });

  it('say as what somebody signed for another, and nothing where nobody did', async () => {
    const { submissions, cases } = store();
    const plain = describeSubmission('A');
    await submissions.record({ ...plain, case: { ...plain.case, mandate: 'guardian' } });
    await submissions.record(describeSubmission('B'));
    const listed = await cases.list({ agency: 'tax', states: ['received'], limit: 9 });
    expect(listed.map(({ caseNumber, mandate }) => [caseNumber, mandate])).toEqual([
      ['A', 'guardian'],
      ['B', undefined],
    ]);
  });

  it('write once under one key, of fifty at once', async () => {
    const { submissions, cases } = store();
    const numbers = Array.from({ length: 50 }, (_, index) => `N${index}`);
    const outcomes = await Promise.all(numbers.map((number) => submissions.record(describeSubmission(number, { idempotency: key }))));
    expect(outcomes.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toEqual(
      Array(49).fill({ kind: 'repeated', bodyHash: key.bodyHash, answer: key.answer }),
    );
    expect(await cases.list({ agency: 'tax', states: ['received'], limit: 99 })).toHaveLength(1);
  });

  it('take a request away with the one submission that answers it, of fifty at once', async () => {
    const { submissions, cases, oneTime } = store();
    await oneTime.put({ ...request, value: true, expiresAt: later(1000) }, at);
    const numbers = Array.from({ length: 50 }, (_, index) => `N${index}`);
    const outcomes = await Promise.allSettled(
      numbers.map((number) => submissions.record(describeSubmission(number, { request, idempotency: { ...key, key: number } }))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await cases.list({ agency: 'tax', states: ['received'], limit: 99 })).toHaveLength(1);
    const keys = await Promise.all(numbers.map((number) => submissions.findAnswer({ agency: 'tax', key: number })));
    expect(keys.filter((found) => found !== null)).toEqual([{ bodyHash: key.bodyHash, answer: key.answer }]);
  });

  it('write nothing when the request is gone or has expired', async () => {
    const { submissions, cases, oneTime } = store();
    const unknown = { code: 'submission_request_unknown' };
    await expect(submissions.record(describeSubmission('A', { request, idempotency: key }))).rejects.toMatchObject(unknown);
    await oneTime.put({ ...request, value: true, expiresAt: at }, later(-1));
    await expect(submissions.record(describeSubmission('A', { request, idempotency: key }))).rejects.toMatchObject(unknown);
    expect(await cases.list({ agency: 'tax', states: ['received'], limit: 99 })).toEqual([]);
    expect(await submissions.findAnswer({ agency: 'tax', key: key.key })).toBeNull();
  });

  it('write nothing when a part cannot be written', async () => {
    const { submissions, oneTime } = store();
    await submissions.record(describeSubmission('A'));
    await oneTime.put({ ...request, value: true, expiresAt: later(1000) }, at);
    await expect(submissions.record(describeSubmission('A', { request, idempotency: key }))).rejects.toThrow();
    expect(await submissions.findAnswer({ agency: 'tax', key: key.key })).toBeNull();
    expect(await oneTime.read(request, at)).toBe(true);
  });

  it('write all but one that does not hold, of fifty at once, and log what was written', async () => {
    const { submissions, cases, oneTime, log } = store();
    const numbers = Array.from({ length: 50 }, (_, index) => `N${index}`);
    const requestOf = (number: string) => ({ ...request, key: `nonce-${number}` });
    for (const number of numbers.slice(1)) await oneTime.put({ ...requestOf(number), value: true, expiresAt: later(1000) }, at);
    const outcomes = await Promise.allSettled(
      numbers.map((number) =>
        submissions.record(describeSubmission(number, { request: requestOf(number), idempotency: { ...key, key: number } })),
      ),
    );
    expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { code: 'submission_request_unknown' } });
    expect(outcomes.slice(1)).toEqual(Array(49).fill({ status: 'fulfilled', value: { kind: 'recorded' } }));
    const written = await cases.list({ agency: 'tax', states: ['received'], limit: 99 });
    expect(written.map(({ caseNumber }) => caseNumber).sort()).toEqual(numbers.slice(1).sort());
    expect((await log.readHead('tax')).size).toBe(2 * 49);
    expect(await submissions.findAnswer({ agency: 'tax', key: 'N0' })).toBeNull();
  });

  it('write those of several agencies at once, each in its own log', async () => {
    const { submissions, log } = store();
    const own = (agency: string, number: string) => {
      const submission = describeSubmission(number, { idempotency: key });
      return { ...submission, case: { ...submission.case, agency } };
    };
    const outcomes = await Promise.all(['tax', 'passport', 'transport'].map((agency) => submissions.record(own(agency, 'A'))));
    expect(outcomes).toEqual(Array(3).fill({ kind: 'recorded' }));
    expect((await Promise.all(['tax', 'passport', 'transport'].map((agency) => log.readHead(agency)))).map(({ size }) => size)).toEqual([
      2, 2, 2,
    ]);
  });

  it('close the case that they are about, once, of twenty at once', async () => {
    const { submissions, cases } = store();
    await submissions.record(describeSubmission('A'));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => {
        const about = {
          kind: index % 2 === 0 ? ('amends' as const) : ('withdraws' as const),
          caseNumber: 'A',
          from: open,
          eventId: `e${index}`,
        };
        return submissions.record(describeSubmission(`N${index}`, { about, idempotency: { ...key, key: `N${index}` } }));
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject(Array(19).fill({ reason: { code: 'case_closed' } }));
    const place = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const [kind, closed, own] = place % 2 === 0 ? ['amends', 'amended', 'received'] : ['withdraws', 'withdrawn', 'recorded'];
    const file = await cases.read({ agency: 'tax', caseNumber: 'A' });
    expect(file?.case).toMatchObject({ state: closed, closedBy: `N${place}`, revision: 2 });
    expect(file?.events.map((event) => event.kind)).toEqual(['received', closed]);
    expect((await cases.read({ agency: 'tax', caseNumber: `N${place}` }))?.case).toMatchObject({
      state: own,
      about: { kind, caseNumber: 'A' },
    });
    expect(await cases.list({ agency: 'tax', states: [...open, 'recorded', 'amended', 'withdrawn'], limit: 99 })).toHaveLength(2);
  });

  it('write nothing about a case that is in none of the states named, of another agency, or erased', async () => {
    const { submissions, cases, erasures } = store();
    for (const number of ['A', 'B']) await submissions.record(describeSubmission(number));
    await erasures.erase({ agency: 'tax', caseNumber: 'B' }, { id: 'x', at, actor: null });
    const about = { kind: 'amends' as const, caseNumber: 'A', from: open, eventId: 'e' };
    const closed = { code: 'case_closed' };
    await expect(submissions.record(describeSubmission('C', { about: { ...about, from: ['in-review'] } }))).rejects.toMatchObject(closed);
    await expect(submissions.record(describeSubmission('C', { about: { ...about, caseNumber: 'B' } }))).rejects.toMatchObject(closed);
    const other = describeSubmission('C', { about });
    await expect(submissions.record({ ...other, case: { ...other.case, agency: 'passport' } })).rejects.toMatchObject(closed);
    expect((await cases.read({ agency: 'tax', caseNumber: 'A' }))?.case).toMatchObject({ state: 'received', closedBy: null, revision: 1 });
    expect(await cases.read({ agency: 'tax', caseNumber: 'C' })).toBeNull();
  });

  it('know a key in its own agency only, until it is swept', async () => {
    const { submissions } = store();
    await submissions.record(describeSubmission('A', { idempotency: key }));
    expect(await submissions.findAnswer({ agency: 'passport', key: key.key })).toBeNull();
    expect([await submissions.sweepKeys(at), await submissions.sweepKeys(later(1))]).toEqual([0, 1]);
    expect(await submissions.findAnswer({ agency: 'tax', key: key.key })).toBeNull();
  });
}

/** What stores of cases do. */
export function describeCases(store: () => Store): void {
  const name = { agency: 'tax', caseNumber: 'A' };
  const change: CaseChange = {
    state: 'more-needed',
    nextAction: { fa: 'مدرک', en: 'Paper' },
    event: { id: 'e2', at: later(5), kind: 'more-needed', actor: 'worker', note: 'مدرک' },
  };

  it('find a case by its token, in its own agency', async () => {
    const { submissions, cases } = store();
    await submissions.record(describeSubmission('A'));
    expect((await cases.findByToken(name, 'token'))?.caseNumber).toBe('A');
    expect([await cases.findByToken(name, 'other'), await cases.findByToken({ ...name, agency: 'passport' }, 'token')]).toEqual([
      null,
      null,
    ]);
  });

  it('find no case without a token by none', async () => {
    const { submissions, cases } = store();
    await submissions.record(describeSubmission('A', { tokenHash: null }));
    expect(await cases.findByToken(name, '')).toBeNull();
  });

  it('list an agency’s cases in some states, the one due first coming first', async () => {
    const { submissions, cases } = store();
    const record = (agency: string, caseNumber: string, dueAt: Date) => {
      const submission = describeSubmission(caseNumber);
      return submissions.record({ ...submission, case: { ...submission.case, agency, dueAt } });
    };
    await record('tax', 'A', later(2));
    await record('tax', 'B', later(1));
    await record('tax', 'C', later(3));
    await record('passport', 'D', later(0));
    await cases.change({ agency: 'tax', caseNumber: 'C' }, 1, change);
    const [first] = await cases.list({ agency: 'tax', states: ['received'], limit: 1 });
    const rest = first && (await cases.list({ agency: 'tax', states: ['received'], limit: 9, after: first }));
    expect(rest).toEqual((await cases.list({ agency: 'tax', states: ['received'], limit: 9 })).slice(1));
    const list = async (states: Parameters<typeof cases.list>[0]['states'], limit = 9) =>
      (await cases.list({ agency: 'tax', states, limit })).map(({ caseNumber }) => caseNumber);
    expect([
      await list(['received']),
      await list(['received', 'more-needed']),
      await list(['approved']),
      await list(['received'], 1),
    ]).toEqual([['B', 'A'], ['B', 'A', 'C'], [], ['B']]);
  });

  it('change a case once, of ten who saw the same', async () => {
    const { submissions, cases } = store();
    await submissions.record(describeSubmission('A'));
    const changes = Array.from({ length: 10 }, (_, index) => ({ ...change, event: { ...change.event, id: `e${index}` } }));
    const changed = await Promise.all(changes.map((one) => cases.change(name, 1, one)));
    expect(changed.filter(Boolean)).toHaveLength(1);
    const file = await cases.read(name);
    expect(file?.case).toMatchObject({ state: 'more-needed', revision: 2, updatedAt: later(5), nextAction: change.nextAction });
    expect(file?.events).toHaveLength(2);
  });

  it('have nothing under another agency or number', async () => {
    const { submissions, cases } = store();
    await submissions.record(describeSubmission('A'));
    expect([await cases.read({ ...name, agency: 'passport' }), await cases.read({ ...name, caseNumber: 'B' })]).toEqual([null, null]);
    expect(await cases.change({ ...name, agency: 'passport' }, 1, change)).toBe(false);
  });
}
