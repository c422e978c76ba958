import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeAttachments } from './attachment-store.contract.ts';
import { describeCases, describeSubmissions } from './case-stores.contract.ts';
import { at, later } from './contract-time.ts';
import { describeEvidence } from './evidence-store.contract.ts';
import { describeIssued } from './issued-store.contract.ts';
import { describeLog } from './log-store.contract.ts';
import { describeOutbox } from './outbox-store.contract.ts';
import { describeRechecks } from './recheck-store.contract.ts';
import { describeCaseworkers, describePasskeys, describeStaffEvents } from './staff-stores.contract.ts';
import type { OneTimeRecord, SessionLimits, Store } from './store.ts';
import { describeTrustLists } from './trust-list-store.contract.ts';

/** What every store must do. `open` gives an empty one, in which the tax agency's own system is told of events. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('answers', async () => {
      await expect(store.checkHealth()).resolves.toBeUndefined();
    });
    describe('one-time records', () => describeOneTime(() => store));
    describe('sessions', () => describeSessions(() => store));
    describe('submissions', () => describeSubmissions(() => store));
    describe('cases', () => describeCases(() => store));
    describe('look-ups to make again', () => describeRechecks(() => store));
    describe('evidence', () => describeEvidence(() => store));
    describe('events to tell of', () => describeOutbox(() => store));
    describe('attachments', () => describeAttachments(() => store));
    describe('caseworkers', () => describeCaseworkers(() => store));
    describe('passkeys', () => describePasskeys(() => store));
    describe('staff events', () => describeStaffEvents(() => store));
    describe('issued credentials', () => describeIssued(() => store));
    describe('the log', () => describeLog(() => store));
    describe('trust lists', () => describeTrustLists(() => store));
  });
}

function describeOneTime(store: () => Store): void {
  const record: OneTimeRecord = { agency: 'tax', kind: 'nonce', key: 'a', value: { form: 'f', n: [1, null] }, expiresAt: later(1000) };
  const { agency, kind, key } = record;

  it('are read as often as wanted and taken once', async () => {
    const { oneTime } = store();
    expect(await oneTime.put(record, at)).toBe(true);
    expect([await oneTime.read(record, at), await oneTime.read(record, at)]).toEqual([record.value, record.value]);
    expect([await oneTime.take(record, at), await oneTime.take(record, at)]).toEqual([record.value, null]);
  });

  it('are taken by one of fifty at once', async () => {
    const { oneTime } = store();
    await oneTime.put(record, at);
    const taken = await Promise.all(Array.from({ length: 50 }, () => oneTime.take(record, at)));
    expect(taken.filter((value) => value !== null)).toEqual([record.value]);
  });

  it('are put by one of fifty at once', async () => {
    const { oneTime } = store();
    const put = await Promise.all(Array.from({ length: 50 }, (_, index) => oneTime.put({ ...record, value: index }, at)));
    expect(put.filter(Boolean)).toHaveLength(1);
    expect(await oneTime.read(record, at)).toBe(put.indexOf(true));
  });

  it('are gone from the moment they expire, and their name is free again', async () => {
    const { oneTime } = store();
    await oneTime.put(record, at);
    expect(await oneTime.read(record, later(999))).toEqual(record.value);
    expect(await oneTime.read(record, later(1000))).toBeNull();
    expect(await oneTime.put({ ...record, value: 2, expiresAt: later(2000) }, later(1000))).toBe(true);
    expect(await oneTime.take(record, later(2000))).toBeNull();
  });

  it('are told apart by agency, kind and key', async () => {
    const { oneTime } = store();
    await oneTime.put(record, at);
    const others = [
      { agency: 'passport', kind, key },
      { agency, kind: 'code', key },
      { agency, kind, key: 'b' },
    ];
    expect(await Promise.all(others.map((name) => oneTime.take(name, at)))).toEqual([null, null, null]);
    expect(await oneTime.take(record, at)).toEqual(record.value);
  });

  it('are swept when they have expired', async () => {
    const { oneTime } = store();
    await oneTime.put(record, at);
    await oneTime.put({ ...record, key: 'b', expiresAt: later(2000) }, at);
    expect([await oneTime.sweep(later(1500)), await oneTime.sweep(later(1500))]).toEqual([1, 0]);
    expect(await oneTime.read({ agency, kind, key: 'b' }, later(1500))).toEqual(record.value);
  });

  it('keep any text as it was', async () => {
    const { oneTime } = store();
    const value = { text: '\u200cنام\u202e "\\ \u0001 👩‍👩‍👧 ; drop table one_time --' };
    await oneTime.put({ ...record, value }, at);
    expect(await oneTime.take(record, at)).toEqual(value);
  });

  it('E16: are found under no name with a NUL in it, or refuse it', async () => {
    const name = { ...record, key: 'a\u0000b' };
    const found = await store()
      .oneTime.take(name, at)
      .catch((error: unknown) => error);
    if (found !== null) expect(found).toMatchObject({ code: 'malformed_request' });
  });
}

function describeSessions(store: () => Store): void {
  const limits: SessionLimits = { lifetimeMs: 1000, idleMs: 100 };
  const session = { agency: 'tax', kind: 'citizen', key: 'hash', value: { subject: 'x' }, createdAt: at, owner: null } as const;

  it('last while they are used', async () => {
    const { sessions } = store();
    await sessions.create(session);
    for (let ms = 99; ms < 1000; ms += 99) expect(await sessions.touch(session, limits, later(ms))).toEqual(session.value);
    expect(await sessions.touch(session, limits, later(1000))).toBeNull();
  });

  it('end when nobody uses them', async () => {
    const { sessions } = store();
    await sessions.create(session);
    expect(await sessions.touch(session, limits, later(100))).toBeNull();
  });

  it.each([{ agency: 'passport' }, { kind: 'caseworker' as const }, { key: 'other' }])('are not found under %j', async (change) => {
    const { sessions } = store();
    await sessions.create(session);
    expect(await sessions.touch({ ...session, ...change }, limits, at)).toBeNull();
  });

  it('are gone when removed', async () => {
    const { sessions } = store();
    await sessions.create(session);
    await sessions.remove(session);
    expect(await sessions.touch(session, limits, at)).toBeNull();
  });

  it('are swept when they are over', async () => {
    const { sessions } = store();
    await sessions.create(session);
    expect([await sessions.sweep(limits, later(99)), await sessions.sweep(limits, later(100))]).toEqual([0, 1]);
  });

  it('are listed for their owner while they last, the one used last first', async () => {
    const { sessions } = store();
    const owner = { agency: 'tax', kind: 'caseworker', owner: 'w1' } as const;
    await sessions.create({ ...session, ...owner, key: 'a' });
    await sessions.create({ ...session, ...owner, key: 'b', createdAt: later(50) });
    await sessions.create({ ...session, ...owner, owner: 'w2', key: 'c' });
    await sessions.create({ ...session, ...owner, agency: 'passport', key: 'd' });
    await sessions.touch({ ...owner, key: 'a' }, limits, later(90));
    expect(await sessions.list(owner, limits, later(100))).toEqual([
      { key: 'a', value: session.value, createdAt: at, usedAt: later(90) },
      { key: 'b', value: session.value, createdAt: later(50), usedAt: later(50) },
    ]);
    expect((await sessions.list(owner, limits, later(160))).map(({ key }) => key)).toEqual(['a']);
  });

  it('are ended for their owner, but for one', async () => {
    const { sessions } = store();
    const owner = { agency: 'tax', kind: 'caseworker', owner: 'w1' } as const;
    for (const key of ['a', 'b', 'c']) await sessions.create({ ...session, ...owner, key });
    await sessions.create({ ...session, ...owner, owner: 'w2', key: 'd' });
    expect(await sessions.removeOwned(owner, 'b')).toBe(2);
    expect((await sessions.list(owner, limits, at)).map(({ key }) => key)).toEqual(['b']);
    expect([await sessions.removeOwned(owner, null), await sessions.removeOwned(owner, null)]).toEqual([1, 0]);
    expect(await sessions.touch({ ...owner, key: 'd' }, limits, at)).toEqual(session.value);
  });
}
