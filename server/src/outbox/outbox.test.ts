import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { parseWebhookSecret, verifyWebhook } from '@daricheh/shared/webhook';
import { describe, expect, it } from 'vitest';
import { eventText } from '../caseworker/event-text.ts';
import { hmacSha256 } from '../crypto/node-crypto.ts';
import type { FetchBytes } from '../http/fetch-bytes.ts';
import { apiKeyOf, createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createDelivery } from './deliver-events.ts';
import { maxTries } from './retry-delay.ts';
import { caseForSystem, outboxReport } from './shapes.ts';

const canary = 'مقدار-محرمانه-۴۲';
const url = 'http://127.0.0.1:9/webhook';
const secrets = [parseWebhookSecret(`whsec_${Buffer.alloc(32, 5).toString('base64')}`)];
const hour = 3_600_000;

type Answer = number | Error | { readonly status: number; readonly retryAfter: string };

/** A server whose tax agency is told of events, and what its own system answers to each. */
async function openOutbox(answer: (sent: number) => Answer = () => 204) {
  const posts: { readonly headers: Readonly<Record<string, string>>; readonly text: string; readonly address: string }[] = [];
  const fetchBytes: FetchBytes = async (address, { post }) => {
    posts.push({ address, headers: post?.headers ?? {}, text: decodeUtf8(post?.body ?? new Uint8Array()) });
    const answered = answer(posts.length);
    if (answered instanceof Error) throw answered;
    const rest = typeof answered === 'number' ? { status: answered } : answered;
    return { ...rest, contentType: 'text/plain', body: new TextEncoder().encode(canary) };
  };
  const app = await createTestApp({ webhook: { url, secrets }, fetchBytes });
  const [tax] = app.deps.agencies;
  if (tax === undefined) throw new Error('no agency');
  const deliverEvents = createDelivery(app.deps);
  return {
    ...{ app, posts },
    told: () => posts.map(({ text }) => JSON.parse(text).type as string),
    deliver: () => deliverEvents(tax),
    handOver: async () => {
      const answered = await askSystem(app, 'POST', '/daricheh/plain-submissions', {
        json: { formTitle: 'پروانه', answers: [{ label: 'نام', value: canary }] },
        headers: { 'idempotency-key': `key-${Math.random()}`.replace('.', '') },
      });
      return ((await answered.json()) as { caseNumber: string }).caseNumber;
    },
  };
}

function askSystem(
  app: TestApp,
  method: string,
  path: string,
  { json, headers }: { json?: object; headers?: Record<string, string> } = {},
) {
  const authorization = `Bearer ${apiKeyOf('tax')}`;
  return app.send('tax', path, { method, ...(method === 'POST' ? { json: json ?? {} } : {}), headers: { authorization, ...headers } });
}

const readReport = async (app: TestApp) => outboxReport.parse(await (await askSystem(app, 'GET', '/daricheh/api/events')).json());

/** Fails each time until the event is not tried any more. */
async function giveUp({ app, deliver }: Awaited<ReturnType<typeof openOutbox>>): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    await deliver();
    app.clock.now = new Date(app.clock.now.getTime() + 8 * hour);
  }
}

describe('the agency’s own system', () => {
  it('is told of each deed once, signed, at the configured address alone', async () => {
    const { app, posts, deliver, handOver } = await openOutbox();
    const caseNumber = await handOver();
    await deliver();
    await deliver();
    expect(posts).toHaveLength(1);
    const [{ address, headers, text } = { address: '', headers: {}, text: '' }] = posts;
    expect(address).toBe(url);
    const { event } = await verifyWebhook({ headers, body: new TextEncoder().encode(text), secrets, now: app.clock.now }, hmacSha256);
    expect(event).toEqual({
      ...{ type: 'submission.received', version: 1, timestamp: app.clock.now.toISOString() },
      data: {
        ...{ agency: 'tax', caseNumber, outcome: null, logIndex: 0 },
        links: {
          case: `${originOf('tax')}/daricheh/api/cases/${caseNumber}`,
          desk: `${originOf('tax')}/daricheh/caseworker/cases/${caseNumber}`,
        },
      },
    });
  });

  it('E14: is sent no personal value, and what it answers is neither kept nor logged', async () => {
    const opened = await openOutbox(() => 500);
    await opened.handOver();
    await giveUp(opened);
    const { app, posts } = opened;
    const everything = JSON.stringify([posts, app.logged, await readReport(app)]);
    expect(everything).not.toContain(canary);
    expect(everything).not.toContain(
      Buffer.from(secrets[0] ?? [])
        .toString('base64')
        .slice(0, 20),
    );
    expect(app.logged).toContainEqual(expect.objectContaining({ event: 'webhook given up', code: '500', tries: maxTries }));
  });

  it('is told again what it did not take: the same id and body, a fresh time, later each time', async () => {
    const { app, posts, deliver, handOver } = await openOutbox((sent) => (sent === 1 ? new AppError('unavailable') : 204));
    await handOver();
    await deliver();
    await deliver();
    expect(posts).toHaveLength(1);
    app.clock.now = new Date(app.clock.now.getTime() + 10_000);
    await deliver();
    expect(posts).toHaveLength(2);
    const [first, second] = posts;
    expect([second?.text, second?.headers['webhook-id']]).toEqual([first?.text, first?.headers['webhook-id']]);
    expect(Number(second?.headers['webhook-timestamp']) - Number(first?.headers['webhook-timestamp'])).toBe(10);
  });

  it.each([301, 302, 400, 404, 500])('has not taken what it answers with %i', async (status) => {
    const { app, deliver, handOver } = await openOutbox(() => status);
    await handOver();
    await deliver();
    expect(await app.deps.store.outbox.count('tax')).toEqual({ waiting: 1, dead: 0 });
  });

  it('is left in peace while it is away, and asked on where it refuses one event', async () => {
    const away = await openOutbox(() => 503);
    for (let each = 0; each < 9; each++) await away.handOver();
    await away.deliver();
    // One for each lane that was under way.
    expect(away.posts.length).toBeLessThanOrEqual(4);
    const refusing = await openOutbox((sent) => (sent === 1 ? 400 : 204));
    for (let each = 0; each < 9; each++) await refusing.handOver();
    await refusing.deliver();
    expect([refusing.posts.length, await refusing.app.deps.store.outbox.count('tax')]).toEqual([9, { waiting: 1, dead: 0 }]);
  });

  it.each(['503', '429'])('hears of nothing before the time that it names with %s, and of everything after', async (status) => {
    const { app, posts, deliver, handOver } = await openOutbox((sent) =>
      sent === 1 ? { status: Number(status), retryAfter: '600' } : 204,
    );
    await handOver();
    await deliver();
    await handOver();
    app.clock.now = new Date(app.clock.now.getTime() + 599_000);
    await deliver();
    expect(posts).toHaveLength(1);
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    await deliver();
    expect([posts.length, await app.deps.store.outbox.count('tax')]).toEqual([3, { waiting: 0, dead: 0 }]);
  });

  it('is sent the event that it put off at its time, and the others meanwhile', async () => {
    const { app, posts, deliver, handOver } = await openOutbox((sent) => (sent === 1 ? { status: 409, retryAfter: '600' } : 204));
    await handOver();
    await handOver();
    await deliver();
    app.clock.now = new Date(app.clock.now.getTime() + 599_000);
    await deliver();
    expect(posts).toHaveLength(2);
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    await deliver();
    expect(posts).toHaveLength(3);
  });

  it('is not asked sooner than else because it says so', async () => {
    const { app, posts, deliver, handOver } = await openOutbox(() => ({ status: 500, retryAfter: '1' }));
    await handOver();
    await deliver();
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    await deliver();
    expect(posts).toHaveLength(1);
  });

  it('is sent no event again that it answers with 410, which stands on the list at once, with the reason', async () => {
    const { app, posts, deliver, handOver } = await openOutbox(() => 410);
    await handOver();
    await deliver();
    app.clock.now = new Date(app.clock.now.getTime() + 72 * hour);
    await deliver();
    expect(posts).toHaveLength(1);
    const { waiting, undelivered } = await readReport(app);
    expect([waiting, undelivered]).toMatchObject([0, [{ lastCode: '410', tries: 1 }]]);
    expect(app.logged).toContainEqual(expect.objectContaining({ event: 'webhook given up', code: '410', tries: 1 }));
  });

  it('is told of a case in order, and of nothing more while an event of it is not delivered', async () => {
    const opened = await openOutbox((sent) => (sent <= maxTries ? 404 : 204));
    const { app, deliver, told } = opened;
    const caseNumber = await opened.handOver();
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    const decide = (to: string, revision: number) =>
      worker.post(`/daricheh/caseworker/cases/${caseNumber}/changes`, { form: { to, revision: String(revision) } });
    await decide('in-review', 1);
    await decide('approved', 2);
    await giveUp(opened);
    expect(new Set(told())).toEqual(new Set(['submission.received']));
    const { undelivered } = await readReport(app);
    expect(undelivered).toMatchObject([{ type: 'submission.received', lastCode: '404', tries: maxTries, behind: 2 }]);
    expect((await askSystem(app, 'POST', `/daricheh/api/events/${undelivered[0]?.id}/send-again`)).status).toBe(200);
    await deliver();
    expect(told().slice(maxTries)).toEqual(['submission.received', 'case.changed', 'case.changed']);
    expect(await readReport(app)).toEqual({ waiting: 0, undelivered: [] });
  });

  it('reads the case that an event names, with what was submitted', async () => {
    const { app, handOver } = await openOutbox();
    const path = `/daricheh/api/cases/${await handOver()}`;
    const read = caseForSystem.parse(await (await askSystem(app, 'GET', path)).json());
    expect(read).toMatchObject({
      state: 'received',
      isSigned: false,
      submissions: [{ receipt: null, body: { answers: [{ value: canary }] } }],
    });
    expect((await app.send('tax', path)).status).toBe(401);
  });

  it('is told nothing where no webhook is configured, and nothing is kept for it', async () => {
    const app = await createTestApp();
    await askSystem(app, 'POST', '/daricheh/plain-submissions', {
      json: { formTitle: 'پروانه', answers: [{ label: 'نام', value: 'x' }] },
      headers: { 'idempotency-key': 'only-once' },
    });
    expect(await app.deps.store.outbox.count('tax')).toEqual({ waiting: 0, dead: 0 });
  });
});

describe('E10: another agency', () => {
  it('finds neither the case nor the event', async () => {
    const opened = await openOutbox(() => 404);
    const caseNumber = await opened.handOver();
    await giveUp(opened);
    const { app } = opened;
    const [letter] = (await readReport(app)).undelivered;
    const headers = { authorization: `Bearer ${apiKeyOf('passport')}` };
    const ask = async (method: string, path: string) =>
      (await app.send('passport', path, { method, headers, ...(method === 'POST' ? { json: {} } : {}) })).status;
    expect(await ask('GET', `/daricheh/api/cases/${caseNumber}`)).toBe(404);
    for (const act of ['send-again', 'set-aside']) expect(await ask('POST', `/daricheh/api/events/${letter?.id}/${act}`)).toBe(404);
    const foreign = createTestCaseworker(app, 'passport');
    await foreign.enrol();
    expect(await (await foreign.open('/daricheh/caseworker/events')).text()).not.toContain(letter?.id ?? 'none');
    expect((await foreign.post(`/daricheh/caseworker/events/${letter?.id}/set-aside`, { form: {} })).status).toBe(404);
    expect((await readReport(app)).undelivered).toHaveLength(1);
  });
});

describe('the desk’s list of undelivered events', () => {
  const page = '/daricheh/caseworker/events';

  it.each(['fa', 'en'] as const)('shows administrators what failed, and lets them deal with it (%s)', async (language) => {
    const opened = await openOutbox((sent) => (sent <= 2 * maxTries ? 404 : 204));
    const { app, deliver, told } = opened;
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    const open = async () => (await worker.open(`${page}?lang=${language}`)).text();
    expect(await open()).toContain(eventText[language].none);
    await opened.handOver();
    await opened.handOver();
    await giveUp(opened);
    await worker.signIn();
    const shown = await open();
    const words = eventText[language];
    expect(shown).toContain(words.types['submission.received']);
    expect(shown.match(/data-code="404"/g)).toHaveLength(2);
    expect(shown).toContain(`aria-current="page">${words.events}</a>`);
    const [, id = ''] = /data-event="([\w-]+)"/.exec(shown) ?? [];
    expect((await worker.post(`${page}/${id}/set-aside`, { form: {} })).status).toBe(303);
    expect((await worker.post(`${page}/${id}/set-aside`, { form: {} })).status).toBe(404);
    expect((await worker.post(`${page}/send-again`, { form: {} })).status).toBe(303);
    await deliver();
    expect(told()).toHaveLength(2 * maxTries + 1);
    expect(await open()).toContain(words.none);
    const record = await (await worker.open(`/daricheh/caseworker/staff/record?lang=${language}`)).text();
    for (const kind of ['event-set-aside', 'event-sent-again']) expect(record).toContain(`data-event="${kind}"`);
  });

  it('is closed to who is no administrator, and to other origins', async () => {
    const { app } = await openOutbox();
    expect((await app.send('tax', page, { headers: { accept: 'text/html' } })).status).toBe(303);
    const administrator = createTestCaseworker(app, 'tax');
    await administrator.enrol();
    const { code } = (await (await askSystem(app, 'POST', '/daricheh/caseworker/enrolment-codes')).json()) as { code: string };
    const caseworker = createTestCaseworker(app, 'tax');
    await caseworker.enrol({ code });
    expect((await caseworker.open(page)).status).toBe(403);
    expect(await (await caseworker.open('/daricheh/caseworker')).text()).not.toContain(page);
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await administrator.post(`${page}/send-again`, { form: {}, headers: elsewhere })).status).toBe(403);
  });
});
