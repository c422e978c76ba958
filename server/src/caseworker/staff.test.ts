import { describe, expect, it } from 'vitest';
import { createTestApp, startOfTests, type TestApp } from '../testing/test-app.ts';
import { createDeskPasskey, createTestCaseworker, type TestCaseworker } from '../testing/test-caseworker.ts';
import { staffText } from './staff-text.ts';

const base = '/daricheh/caseworker';
const staff = `${base}/staff`;

async function invite(by: TestCaseworker, role: string): Promise<string> {
  const answer = await by.post(`${staff}/invitations`, { json: { role, confirmation: await by.confirm() } });
  return codeIn(((await answer.json()) as { link: string }).link);
}

const codeIn = (link: string): string => new URL(link).searchParams.get('code') ?? '';

/** An agency with the administrator Mina, and whoever else is named, with their roles, on her invitation. */
async function openDesk(others: Record<string, 'caseworker' | 'administrator'> = {}) {
  const app = await createTestApp();
  const mina = createTestCaseworker(app, 'tax');
  await mina.enrol();
  const people = new Map<string, TestCaseworker>();
  for (const [name, role] of Object.entries(others)) {
    app.clock.now = new Date(app.clock.now.getTime() + 1);
    const person = createTestCaseworker(app, 'tax');
    await person.enrol({ code: await invite(mina, role), name });
    people.set(name, person);
  }
  const get = (name: string): TestCaseworker => {
    const person = people.get(name);
    if (person === undefined) throw new Error(`Nobody is called ${name}.`);
    return person;
  };
  return { app, mina, get };
}

async function idOf({ deps }: TestApp, name: string): Promise<string> {
  return (await deps.store.caseworkers.list('tax')).find((account) => account.name === name)?.id ?? '';
}

async function act(by: TestCaseworker, app: TestApp, name: string, what: string): Promise<Response> {
  return by.post(`${staff}/${await idOf(app, name)}/${what}`, { json: { confirmation: await by.confirm() } });
}

async function openRecovery(by: TestCaseworker, app: TestApp, name: string): Promise<string> {
  return codeIn(((await (await act(by, app, name, 'recover')).json()) as { link: string }).link);
}

const codeOf = async (answer: Response) => `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`.trim();

async function readRecord({ deps }: TestApp) {
  const events = await deps.store.staffEvents.list({ agency: 'tax', limit: 99 });
  return events.map(({ kind, actor, subject }) => [kind, actor?.name ?? null, subject?.name ?? null]);
}

describe('roles', () => {
  it('come with the code: the operator’s makes an administrator, the back end’s a caseworker', async () => {
    const { app } = await openDesk();
    const headers = { authorization: 'Bearer api-key-of-tax' };
    const asked = await app.send('tax', `${base}/enrolment-codes`, { json: {}, headers });
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol({ code: ((await asked.json()) as { code: string }).code, name: 'امید' });
    expect((await app.deps.store.caseworkers.list('tax')).map(({ name, role }) => [name, role])).toEqual(
      expect.arrayContaining([
        ['مینا', 'administrator'],
        ['امید', 'caseworker'],
      ]),
    );
  });

  it('keep caseworkers out of what administrators do', async () => {
    const { app, mina, get } = await openDesk({ امید: 'caseworker' });
    const omid = get('امید');
    expect((await omid.open(base)).status).toBe(200);
    expect((await omid.open(staff)).status).toBe(403);
    expect((await omid.open(`${staff}/record`)).status).toBe(403);
    expect((await omid.open(`${staff}/${await idOf(app, 'مینا')}/disable`)).status).toBe(403);
    expect(await codeOf(await act(omid, app, 'مینا', 'disable'))).toBe('403 administrators_only');
    const invitation = { role: 'administrator', confirmation: await omid.confirm() };
    expect(await codeOf(await omid.post(`${staff}/invitations`, { json: invitation }))).toBe('403 administrators_only');
    expect(await (await omid.open(base)).text()).not.toContain(`href="${staff}"`);
    expect(await (await mina.open(base)).text()).toContain(`href="${staff}"`);
  });

  it('are given and taken, at once', async () => {
    const { app, mina, get } = await openDesk({ امید: 'caseworker' });
    expect((await act(mina, app, 'امید', 'promote')).status).toBe(200);
    expect((await get('امید').open(staff)).status).toBe(200);
    expect((await act(mina, app, 'امید', 'demote')).status).toBe(200);
    expect((await get('امید').open(staff)).status).toBe(403);
  });
});

describe('an invitation', () => {
  it('enrols one person, once, in its role, and the record has both names', async () => {
    const { app, mina } = await openDesk();
    const code = await invite(mina, 'administrator');
    const enrol = () => createTestCaseworker(app, 'tax').enrol({ code, name: 'امید' });
    expect([(await enrol()).status, (await enrol()).status]).toEqual([200, 401]);
    expect(await readRecord(app)).toEqual(
      expect.arrayContaining([
        ['invited', 'مینا', null],
        ['enrolled', 'مینا', 'امید'],
        ['enrolled', null, 'مینا'],
      ]),
    );
  });

  it('lasts a day, and no longer than who made it is an administrator', async () => {
    const { app, mina, get } = await openDesk({ امید: 'administrator' });
    const [fromMina, fromOmid] = [await invite(mina, 'caseworker'), await invite(get('امید'), 'caseworker')];
    await act(mina, app, 'امید', 'disable');
    expect(await codeOf(await createTestCaseworker(app, 'tax').enrol({ code: fromOmid }))).toBe('401 enrolment_code_invalid');
    app.clock.now = new Date(startOfTests.getTime() + 86_400_000 + 60_000);
    expect(await codeOf(await createTestCaseworker(app, 'tax').enrol({ code: fromMina }))).toBe('401 enrolment_code_invalid');
  });

  it('is made by nobody who does not show a passkey again', async () => {
    const { app, mina } = await openDesk();
    const confirmation = await mina.confirm({ with: createDeskPasskey('tax') });
    expect(await codeOf(await mina.post(`${staff}/invitations`, { json: { role: 'caseworker', confirmation } }))).toBe(
      '401 webauthn_invalid',
    );
    expect(await readRecord(app)).toHaveLength(1);
  });
});

describe('an account', () => {
  it('that is disabled is out at once and stays out until it is enabled', async () => {
    const { app, mina, get } = await openDesk({ امید: 'caseworker' });
    const omid = get('امید');
    expect((await act(mina, app, 'امید', 'disable')).status).toBe(200);
    expect((await omid.open(base)).status).toBe(303);
    expect(await codeOf(await omid.signIn())).toBe('401 webauthn_invalid');
    expect(await codeOf(await act(mina, app, 'امید', 'disable'))).toBe('409 account_changed');
    expect((await act(mina, app, 'امید', 'enable')).status).toBe(200);
    expect((await omid.open(base)).status).toBe(303);
    expect((await omid.signIn()).status).toBe(200);
  });

  it('is nobody’s own to disable, demote or recover, nor another agency’s', async () => {
    const { app, mina } = await openDesk({ امید: 'administrator' });
    for (const what of ['disable', 'demote', 'recover']) expect(await codeOf(await act(mina, app, 'مینا', what))).toBe('409 own_account');
    const other = createTestCaseworker(app, 'passport');
    await other.enrol();
    expect(await codeOf(await act(other, app, 'امید', 'disable'))).toBe('404 not_found');
    expect(await codeOf(await act(mina, app, 'امید', 'delete'))).toBe('404 not_found');
  });

  it('asks once more before anything is done to it', async () => {
    const { app, mina } = await openDesk({ امید: 'administrator' });
    const id = await idOf(app, 'امید');
    for (const what of ['disable', 'demote', 'recover'] as const) {
      const shown = await (await mina.open(`${staff}/${id}/${what}`)).text();
      expect(shown).toContain(staffText.fa.acts[what].lead);
      expect(shown).toContain('<bdi>امید</bdi>');
    }
    expect((await mina.open(`${staff}/${id}/enable`)).status).toBe(409);
  });
});

describe('recovery by a second administrator', () => {
  it('puts one new passkey in the place of all, signs out everywhere, and leaves both names in the record', async () => {
    const { app, mina, get } = await openDesk({ امید: 'administrator' });
    const omid = get('امید');
    const [lost, found] = [omid.passkey, createDeskPasskey('tax')];
    app.clock.now = new Date(startOfTests.getTime() + 1000);
    const code = await openRecovery(mina, app, 'امید');
    const browser = createTestCaseworker(app, 'tax', found);
    expect(await (await browser.open(`${base}/recover?code=${code}`)).text()).toContain(staffText.fa.recoverLead('امید', 'مینا'));
    expect((await browser.recover(code, found)).status).toBe(200);
    expect((await browser.open(staff)).status).toBe(200);
    expect((await omid.open(base)).status).toBe(303);
    expect(await codeOf(await omid.signIn({ with: lost }))).toBe('401 webauthn_invalid');
    expect((await browser.signIn()).status).toBe(200);
    const record = await readRecord(app);
    expect(record.slice(0, 2).sort()).toEqual([
      ['recovered', 'مینا', 'امید'],
      ['recovery-opened', 'مینا', 'امید'],
    ]);
    const shown = await (await mina.open(`${staff}/record`)).text();
    expect(shown).toMatch(/data-event="recovered">.*<bdi>مینا<\/bdi>.*<bdi>امید<\/bdi>/);
  });

  it('works once, within a day, while who opened it is an administrator and the account is open', async () => {
    const { app, mina } = await openDesk({ امید: 'administrator', سارا: 'caseworker' });
    const used = await openRecovery(mina, app, 'امید');
    const recover = (code: string) => createTestCaseworker(app, 'tax').recover(code, createDeskPasskey('tax'));
    expect([(await recover(used)).status, (await recover(used)).status]).toEqual([200, 401]);
    const closed = await openRecovery(mina, app, 'سارا');
    await act(mina, app, 'سارا', 'disable');
    expect(await codeOf(await recover(closed))).toBe('401 enrolment_code_invalid');
    await act(mina, app, 'سارا', 'enable');
    const late = await openRecovery(mina, app, 'سارا');
    app.clock.now = new Date(startOfTests.getTime() + 86_400_000 + 60_000);
    expect(await codeOf(await recover(late))).toBe('401 enrolment_code_invalid');
  });

  it('is used by one of ten at once', async () => {
    const { app, mina } = await openDesk({ امید: 'administrator' });
    const code = await openRecovery(mina, app, 'امید');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => createTestCaseworker(app, 'tax').recover(code, createDeskPasskey('tax'))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('needs two administrators, and the page says so', async () => {
    const { app, mina } = await openDesk({ سارا: 'caseworker' });
    const alone = await (await mina.open(staff)).text();
    expect(alone).toContain(staffText.fa.oneAdministrator);
    expect(alone).not.toContain('/recover"');
    expect(await codeOf(await act(mina, app, 'سارا', 'recover'))).toBe('409 second_administrator_needed');
    await act(mina, app, 'سارا', 'promote');
    const together = await (await mina.open(staff)).text();
    expect(together).not.toContain(staffText.fa.oneAdministrator);
    expect(together).toContain('/recover"');
  });

  it('is of its own agency alone', async () => {
    const { app, mina } = await openDesk({ امید: 'administrator' });
    const code = await openRecovery(mina, app, 'امید');
    expect((await createTestCaseworker(app, 'passport').recover(code, createDeskPasskey('passport'))).status).toBe(401);
  });
});

describe('the pages of administrators', () => {
  it('E9: show names as text, in both languages', async () => {
    const { app, mina } = await openDesk();
    await createTestCaseworker(app, 'tax').enrol({ code: await invite(mina, 'caseworker'), name: '<img src=x onerror=alert(1)>' });
    for (const page of [`${staff}?lang=en`, `${staff}/record?lang=fa`]) {
      const shown = await (await mina.open(page)).text();
      expect(shown).not.toContain('<img');
      expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
  });

  it('E10: show nobody of another agency', async () => {
    const { app } = await openDesk({ امید: 'caseworker' });
    const other = createTestCaseworker(app, 'passport');
    await other.enrol({ name: 'نگار' });
    for (const page of [staff, `${staff}/record`]) expect(await (await other.open(page)).text()).not.toMatch(/امید|مینا/);
  });

  it('E15: do nothing for another site', async () => {
    const { app, mina } = await openDesk({ امید: 'caseworker' });
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const answer = await mina.post(`${staff}/${await idOf(app, 'امید')}/disable`, { json: {}, headers });
    expect(answer.status).toBe(403);
  });
});
