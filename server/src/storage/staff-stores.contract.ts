import { expect, it } from 'vitest';
import { at, later } from './contract-time.ts';
import type { AccountChange, Caseworker, NewPasskey, StaffEvent } from './staff.ts';
import type { Store } from './store.ts';

const mina: Caseworker = { agency: 'tax', id: 'w1', name: 'مینا', role: 'administrator' };
const omid: Caseworker = { agency: 'tax', id: 'w2', name: 'امید', role: 'administrator' };

let events = 0;
function describeEvent<K extends StaffEvent['kind']>(kind: K, changes: Partial<StaffEvent> = {}): StaffEvent & { readonly kind: K } {
  return { id: `e${events++}`, at, actor: null, subject: null, detail: null, ...changes, kind };
}

function describePasskey(credentialId: string, name = 'لپ‌تاپ'): NewPasskey {
  return { credentialId, publicKey: 'k', counter: 0, name };
}

function enrol({ caseworkers }: Store, caseworker: Caseworker, credentialId = `c-${caseworker.id}`, codeHash = `code-${caseworker.id}`) {
  return caseworkers.enrol({ caseworker, passkey: describePasskey(credentialId), codeHash, event: describeEvent('enrolled') });
}

const readKinds = async ({ staffEvents }: Store, agency = 'tax') =>
  (await staffEvents.list({ agency, limit: 99 })).map(({ kind }) => kind).sort();

/** What stores of caseworkers do. */
export function describeCaseworkers(store: () => Store): void {
  it('enrol one with one code, of ten at once', async () => {
    const enrolled = await Promise.all(
      Array.from({ length: 10 }, (_, index) => enrol(store(), { ...mina, id: `w${index}` }, `c${index}`, 'code')),
    );
    expect(enrolled.filter(Boolean)).toHaveLength(1);
    const id = `w${enrolled.indexOf(true)}`;
    expect((await store().passkeys.find({ agency: 'tax', credentialId: `c${enrolled.indexOf(true)}` }))?.caseworker).toEqual({
      ...mina,
      id,
    });
    expect(await readKinds(store())).toEqual(['enrolled']);
  });

  it('enrol nobody with a passkey that is somebody’s', async () => {
    await enrol(store(), mina, 'c1');
    expect(await enrol(store(), omid, 'c1')).toBe(false);
    expect(await store().caseworkers.find(omid)).toBeNull();
    expect(await store().caseworkers.isCodeUsed({ agency: 'tax', codeHash: 'code-w2' })).toBe(false);
  });

  it('know a code that was used, in its agency', async () => {
    await enrol(store(), mina);
    const isUsed = (agency: string, codeHash: string) => store().caseworkers.isCodeUsed({ agency, codeHash });
    expect([await isUsed('tax', 'code-w1'), await isUsed('tax', 'other'), await isUsed('passport', 'code-w1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tell of accounts in their agency, with the passkeys that open them', async () => {
    const { caseworkers, passkeys } = store();
    await enrol(store(), mina);
    await enrol(store(), { ...omid, agency: 'passport' });
    await passkeys.add(mina, describePasskey('c2'), describeEvent('passkey-added'));
    await passkeys.advanceCounter({ agency: 'tax', credentialId: 'c2', from: 0, to: 1, at: later(7) });
    const account = { ...mina, createdAt: at, disabledAt: null, passkeys: 2, usedAt: later(7) };
    expect(await caseworkers.list('tax')).toEqual([account]);
    expect(await caseworkers.find(mina)).toEqual(account);
    expect(await caseworkers.find({ ...mina, agency: 'passport' })).toBeNull();
    await passkeys.flag({ agency: 'tax', credentialId: 'c2' }, describeEvent('passkey-flagged'));
    expect(await caseworkers.find(mina)).toMatchObject({ passkeys: 1 });
  });

  it.each([
    ['disabled', 'enabled'],
    ['made-caseworker', 'made-administrator'],
  ] as const)('are %s and %s by an administrator, once each, in this order', async (first, second) => {
    await enrol(store(), mina);
    await enrol(store(), omid);
    const change = (kind: AccountChange) =>
      store().caseworkers.change({ agency: 'tax', actor: 'w1', subject: 'w2', event: describeEvent(kind, { at: later(3) }) });
    const before = await store().caseworkers.find(omid);
    expect([await change(second), await change(first), await change(first)]).toEqual([false, true, false]);
    expect(await store().caseworkers.find(omid)).toMatchObject(first === 'disabled' ? { disabledAt: later(3) } : { role: 'caseworker' });
    expect(await change(second)).toBe(true);
    expect(await store().caseworkers.find(omid)).toEqual(before);
    expect(await readKinds(store())).toEqual([first, 'enrolled', 'enrolled', second].sort());
  });

  it.each([
    ['who is no administrator', 'w3', 'w2'],
    ['who is disabled', 'w4', 'w2'],
    ['who is not there', 'w9', 'w2'],
    ['who is the subject', 'w1', 'w1'],
    ['to who is not there', 'w1', 'w9'],
  ])('are changed by nobody %s', async (_what, actor, subject) => {
    await enrol(store(), mina);
    await enrol(store(), omid);
    await enrol(store(), { ...omid, id: 'w3', role: 'caseworker' });
    await enrol(store(), { ...omid, id: 'w4' });
    const { caseworkers } = store();
    await caseworkers.change({ agency: 'tax', actor: 'w1', subject: 'w4', event: describeEvent('disabled') });
    expect(await caseworkers.change({ agency: 'tax', actor, subject, event: describeEvent('disabled') })).toBe(false);
    expect((await caseworkers.list('tax')).filter(({ disabledAt }) => disabledAt !== null)).toHaveLength(1);
  });

  it('keep one of two administrators who disable each other at once', async () => {
    await enrol(store(), mina);
    await enrol(store(), omid);
    const disable = (actor: string, subject: string) =>
      store().caseworkers.change({ agency: 'tax', actor, subject, event: describeEvent('disabled') });
    const done = await Promise.all([disable('w1', 'w2'), disable('w2', 'w1')]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect((await store().caseworkers.list('tax')).filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1);
  });

  it('recover an account by a code, once, of ten at once: one passkey stands in the place of all', async () => {
    const { caseworkers, passkeys, oneTime } = store();
    await enrol(store(), mina);
    const code = { kind: 'recovery', key: 'hash' };
    await oneTime.put({ agency: 'tax', ...code, value: true, expiresAt: later(1) }, at);
    const recovered = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        caseworkers.recover({ account: mina, code, passkey: describePasskey(`n${index}`), event: describeEvent('recovered') }),
      ),
    );
    expect(recovered.filter(Boolean)).toHaveLength(1);
    expect((await passkeys.list(mina)).map(({ credentialId }) => credentialId)).toEqual([`n${recovered.indexOf(true)}`]);
    expect(await readKinds(store())).toEqual(['enrolled', 'recovered']);
  });

  it.each([
    ['a code that has expired', { expiresAt: at }, 'n1', false],
    ['a code of another agency', { agency: 'passport' }, 'n1', false],
    ['a passkey that is somebody’s', {}, 'c-w2', false],
    ['an account that is disabled', {}, 'n1', true],
  ])('recover nothing with %s, and leave the code', async (_what, change, credentialId, isDisabled) => {
    const { caseworkers, passkeys, oneTime } = store();
    await enrol(store(), mina);
    await enrol(store(), omid);
    if (isDisabled) await caseworkers.change({ agency: 'tax', actor: 'w2', subject: 'w1', event: describeEvent('disabled') });
    const code = { kind: 'recovery', key: 'hash' };
    const record = { agency: 'tax', ...code, value: true, expiresAt: later(1), ...change };
    await oneTime.put(record, later(-1));
    const passkey = describePasskey(credentialId);
    expect(await caseworkers.recover({ account: mina, code, passkey, event: describeEvent('recovered') })).toBe(false);
    expect((await passkeys.list(mina)).map((each) => each.credentialId)).toEqual(['c-w1']);
    expect(await oneTime.read(record, later(-1))).toBe(true);
  });
}

/** What stores of passkeys do. */
export function describePasskeys(store: () => Store): void {
  const name = { agency: 'tax', credentialId: 'c-w1' };

  it('find a passkey and whom it lets in, in its agency', async () => {
    await enrol(store(), mina);
    const passkey = { credentialId: 'c-w1', publicKey: 'k', counter: 0 };
    expect(await store().passkeys.find(name)).toEqual({ caseworker: mina, passkey });
    expect(await store().passkeys.find({ ...name, agency: 'passport' })).toBeNull();
  });

  it('find none that is flagged, nor one of an account that is disabled', async () => {
    const { passkeys, caseworkers } = store();
    await enrol(store(), mina);
    await enrol(store(), omid);
    expect(await passkeys.flag(name, describeEvent('passkey-flagged', { at: later(2) }))).toBe(true);
    expect(await passkeys.flag(name, describeEvent('passkey-flagged'))).toBe(false);
    await caseworkers.change({ agency: 'tax', actor: 'w1', subject: 'w2', event: describeEvent('disabled') });
    expect([await passkeys.find(name), await passkeys.find({ agency: 'tax', credentialId: 'c-w2' })]).toEqual([null, null]);
    expect((await passkeys.list(mina))[0]?.flaggedAt).toEqual(later(2));
    expect(await passkeys.advanceCounter({ ...name, from: 0, to: 1, at })).toBe(false);
  });

  it('advance a counter from where it stands, and from nowhere else', async () => {
    const { passkeys } = store();
    await enrol(store(), mina);
    const advance = (from: number, to: number) => passkeys.advanceCounter({ ...name, from, to, at });
    expect([await advance(0, 0), await advance(0, 4_294_967_295), await advance(0, 5)]).toEqual([true, true, false]);
    expect((await passkeys.find(name))?.passkey.counter).toBe(4_294_967_295);
  });

  it('are added, named and listed, oldest first', async () => {
    const { passkeys } = store();
    await enrol(store(), mina);
    expect(await passkeys.add(mina, describePasskey('a', 'تلفن'), describeEvent('passkey-added', { at: later(5) }))).toBe(true);
    expect(await passkeys.add(mina, describePasskey('a'), describeEvent('passkey-added'))).toBe(false);
    expect(await passkeys.rename(mina, 'c-w1', 'کلید')).toBe(true);
    expect(await passkeys.rename({ ...mina, id: 'w2' }, 'c-w1', 'x')).toBe(false);
    await passkeys.advanceCounter({ ...name, from: 0, to: 0, at: later(9) });
    expect(await passkeys.list(mina)).toEqual([
      { credentialId: 'c-w1', name: 'کلید', createdAt: at, usedAt: later(9), flaggedAt: null },
      { credentialId: 'a', name: 'تلفن', createdAt: later(5), usedAt: null, flaggedAt: null },
    ]);
    expect(await readKinds(store())).toEqual(['enrolled', 'passkey-added']);
  });

  it('are removed down to the last that opens the account', async () => {
    const { passkeys } = store();
    await enrol(store(), mina);
    for (const id of ['a', 'b']) await passkeys.add(mina, describePasskey(id), describeEvent('passkey-added'));
    await passkeys.flag({ agency: 'tax', credentialId: 'a' }, describeEvent('passkey-flagged'));
    const remove = (credentialId: string, id = 'w1') =>
      passkeys.remove({ agency: 'tax', id }, credentialId, describeEvent('passkey-removed'));
    expect(await remove('b', 'w2')).toBe('unknown');
    expect([await remove('b'), await remove('b'), await remove('c-w1'), await remove('a'), await remove('c-w1')]).toEqual([
      'removed',
      'unknown',
      'last',
      'removed',
      'last',
    ]);
    expect((await readKinds(store())).filter((kind) => kind === 'passkey-removed')).toHaveLength(2);
  });

  it('are never all removed, by two at once', async () => {
    const { passkeys } = store();
    await enrol(store(), mina);
    await passkeys.add(mina, describePasskey('a'), describeEvent('passkey-added'));
    const removed = await Promise.all(['a', 'c-w1'].map((id) => passkeys.remove(mina, id, describeEvent('passkey-removed'))));
    expect([...removed].sort()).toEqual(['last', 'removed']);
  });
}

/** What stores of staff events do. */
export function describeStaffEvents(store: () => Store): void {
  it('keep an agency’s events as they were told, newest first', async () => {
    const { staffEvents } = store();
    const first = describeEvent('invited', { actor: { id: 'w1', name: 'مینا' }, detail: 'administrator' });
    const second = describeEvent('recovered', { at: later(1), actor: { id: 'w1', name: 'مینا' }, subject: { id: 'w2', name: 'امید' } });
    await staffEvents.record('tax', first);
    await staffEvents.record('tax', second);
    await staffEvents.record('passport', describeEvent('enrolled'));
    expect(await staffEvents.list({ agency: 'tax', limit: 9 })).toEqual([second, first]);
    expect(await staffEvents.list({ agency: 'tax', limit: 1 })).toEqual([second]);
  });
}
