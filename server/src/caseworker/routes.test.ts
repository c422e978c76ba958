import { submissionAnswer, submissionSteps } from '@daricheh/shared/submission';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, startOfTests, type TestApp } from '../testing/test-app.ts';
import { createTestCaseworker, type TestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner } from '../testing/test-signer.ts';
import { text } from './text.ts';

const base = '/daricheh/caseworker';

async function createDesk() {
  const app = await createTestApp();
  const worker = createTestCaseworker(app, 'tax');
  await worker.enrol();
  const signer = await createTestSigner(app);
  const answer = submissionAnswer.parse(await (await signer.submit(await signer.sign())).json());
  const caseNumber = answer.caseUri.split('/').at(-1) ?? '';
  return { app, worker, caseNumber, caseToken: answer.caseToken, page: `${base}/cases/${caseNumber}` };
}

async function sendPlain({ send }: TestApp, answers: { label: string; value: string }[]): Promise<string> {
  const headers = { authorization: `Bearer ${apiKeyOf('tax')}`, 'idempotency-key': 'ABCDEFGHJK' };
  const answer = await send('tax', '/daricheh/plain-submissions', { json: { formTitle: 'Permit <b>', answers }, headers });
  return ((await answer.json()) as { caseNumber: string }).caseNumber;
}

const decide = (worker: TestCaseworker, page: string, form: Record<string, string>) => worker.post(`${page}/changes`, { form });

describe('the list of cases', () => {
  it('shows each with its state, deadline and whether it is signed, and nobody’s name', async () => {
    const { app, worker, caseNumber } = await createDesk();
    const plain = await sendPlain(app, [{ label: 'Name', value: 'نگار' }]);
    const list = await (await worker.open(base)).text();
    const rows = [...list.matchAll(/<tr data-case="([^"]+)">(.*?)<\/tr>/gs)];
    expect(rows.map(([, number]) => number).sort()).toEqual([caseNumber, plain].sort());
    const shown = (number: string) => rows.find(([, one]) => one === number)?.[2] ?? '';
    expect(shown(caseNumber)).toMatch(/فارسی Yearly return.*رسیده.*امضای درست.*۲ آذر ۱۴۰۵.*۲ دی ۱۴۰۵ <small>۳۰ روز مانده/s);
    expect(shown(plain)).toMatch(/Permit &lt;b&gt;.*بی‌امضا/s);
    expect(list).not.toMatch(/نگار|9990000015/);
  });

  it('marks what is late, and parts what is decided', async () => {
    const { app, worker, page, caseNumber } = await createDesk();
    app.clock.now = new Date(startOfTests.getTime() + 32 * 86_400_000);
    await worker.signIn();
    expect(await (await worker.open(base)).text()).toMatch(/class="late">۲ دی ۱۴۰۵ <small>۲ روز گذشته/);
    await decide(worker, page, { to: 'in-review', revision: '1' });
    await decide(worker, page, { to: 'approved', revision: '2' });
    expect(await (await worker.open(base)).text()).not.toContain(caseNumber);
    expect(await (await worker.open(`${base}?show=decided`)).text()).toContain(caseNumber);
  });

  it('E10: shows nothing of another agency', async () => {
    const { app, caseNumber } = await createDesk();
    const other = createTestCaseworker(app, 'passport');
    await other.enrol();
    expect(await (await other.open(base)).text()).not.toContain(caseNumber);
  });
});

describe('the page of a case', () => {
  it('shows every answer with its source, every check that held, and the receipt', async () => {
    const { worker, page } = await createDesk();
    const shown = await (await worker.open(page)).text();
    expect(shown).toMatch(/فارسی national-id<\/dt><dd><bdi dir="ltr">۹۹۹۰۰۰۰۰۱۵<\/bdi><small>از مدرک هویت شما/);
    expect([...shown.matchAll(/<li class="holds" data-step="([^"]+)">([^<]+)</g)].map(([, step, words]) => [step, words])).toEqual(
      ['manifest', ...submissionSteps.flatMap(({ name, isAbout }) => (isAbout === undefined ? [name] : []))].map((step) => [
        step,
        text.fa.steps[step],
      ]),
    );
    expect(shown).toContain('کد ملی امضاکننده: <bdi dir="ltr">9990000015</bdi>');
    expect(shown).toContain(text.fa.receiptLead);
  });

  it('speaks English to who asks for it, and remembers', async () => {
    const { worker, page } = await createDesk();
    const answer = await worker.open(`${page}?lang=en`);
    const shown = await answer.text();
    expect(shown).toContain('<html lang="en" dir="ltr">');
    expect(shown).toMatch(/national-id<\/dt><dd><bdi dir="ltr">9990000015<\/bdi><small>From your identity document/);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining('daricheh_language=en')]);
  });

  it('says of what is not signed that it is not', async () => {
    const { app, worker } = await createDesk();
    const shown = await (await worker.open(`${base}/cases/${await sendPlain(app, [{ label: 'Name', value: 'نگار' }])}`)).text();
    expect(shown).toContain(text.fa.unsignedLead);
    expect(shown).toContain('<dt>Name</dt><dd><bdi dir="auto">نگار</bdi></dd>');
    expect(shown).not.toContain(text.fa.verifiedLead);
  });

  it('E9: shows what was submitted as text', async () => {
    const { app, worker } = await createDesk();
    const nasty = '<img src=x onerror=alert(1)>"\'&';
    const shown = await (await worker.open(`${base}/cases/${await sendPlain(app, [{ label: nasty, value: nasty }])}`)).text();
    expect(shown).not.toContain('<img');
    expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });

  it('lets nothing run or load but its own files', async () => {
    const { worker, page } = await createDesk();
    expect((await worker.open(page)).headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it('E10: is as if it were not there for another agency', async () => {
    const { app, page } = await createDesk();
    const other = createTestCaseworker(app, 'passport');
    await other.enrol();
    const [foreign, absent] = [await other.open(page), await other.open(`${base}/cases/ABCD-EFGH-JKMN`)];
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    const change = await decide(other, page, { to: 'in-review', revision: '1' });
    expect(change.status).toBe(404);
  });

  it('sends who is not signed in to sign in', async () => {
    const { app, page } = await createDesk();
    const answer = await createTestCaseworker(app, 'tax').open(page);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${base}/sign-in`]);
  });

  it.each([
    ['lang=en', `${base}/sign-in?lang=en`],
    ['lang=fa&state=received', `${base}/sign-in?lang=fa`],
    ['lang=//elsewhere.test', `${base}/sign-in`],
  ])('keeps the language of an address on the way to sign in (%s)', async (query, place) => {
    const { app } = await createDesk();
    const answer = await createTestCaseworker(app, 'tax').open(`${base}?${query}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, place]);
  });
});

describe('a decision', () => {
  it('goes from review through a question to approval, and the citizen follows it', async () => {
    const { app, worker, page, caseNumber, caseToken } = await createDesk();
    const status = async () =>
      (await (
        await app.send('tax', `/daricheh/cases/${caseNumber}`, { headers: { authorization: `Bearer ${caseToken}` } })
      ).json()) as object;
    expect((await decide(worker, page, { to: 'in-review', revision: '1' })).headers.get('location')).toBe(page);
    expect(await status()).toMatchObject({ state: 'in-review', nextAction: null });
    await decide(worker, page, { to: 'more-needed', sentence: ' فیش حقوقی را بیاورید. ', revision: '2' });
    const sentence = 'فیش حقوقی را بیاورید.';
    expect(await status()).toMatchObject({ state: 'more-needed', nextAction: { fa: sentence, en: sentence } });
    await decide(worker, page, { to: 'in-review', revision: '3' });
    await decide(worker, page, { to: 'approved', sentence: '', revision: '4' });
    expect(await status()).toMatchObject({ state: 'approved', nextAction: null });
    const shown = await (await worker.open(page)).text();
    expect(shown).toContain(text.fa.nothingToDo);
    expect([...shown.matchAll(/<li><strong>([^<]+)</g)].map(([, kind]) => kind)).toEqual(
      ['received', 'in-review', 'more-needed', 'in-review', 'approved'].map((state) => (text.fa.states as Record<string, string>)[state]),
    );
  });

  it.each([
    ['409 case_moved_on', 'past one that a colleague made', { to: 'in-review', revision: '2' }],
    ['409 case_moved_on', 'that is not open from where the case stands', { to: 'approved', revision: '1' }],
    ['400 malformed_request', 'of no kind', { to: 'lost', revision: '1' }],
  ])('is refused as %s %s', async (refusal, _what, form) => {
    const { worker, page } = await createDesk();
    const answer = await decide(worker, page, form);
    expect(`${answer.status} ${((await answer.json()) as { code: string }).code}`).toBe(refusal);
  });

  it.each(['more-needed', 'refused'])('%s needs a sentence', async (to) => {
    const { worker, page } = await createDesk();
    await decide(worker, page, { to: 'in-review', revision: '1' });
    expect((await decide(worker, page, { to, sentence: '  ', revision: '2' })).status).toBe(400);
    expect((await decide(worker, page, { to, sentence: 'چون', revision: '2' })).status).toBe(303);
  });

  it('is made once, of ten at the same time', async () => {
    const { worker, page } = await createDesk();
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(worker, page, { to: 'in-review', revision: '1' })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('E15: is refused from another site', async () => {
    const { worker, page } = await createDesk();
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await worker.post(`${page}/changes`, { form: { to: 'in-review', revision: '1' }, headers })).status).toBe(403);
  });

  it('tells who looks at a page of what went wrong in their language', async () => {
    const { worker, page } = await createDesk();
    const answer = await worker.post(`${page}/changes`, { form: { to: 'approved', revision: '1' }, headers: { accept: 'text/html' } });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('این پرونده در این میان تغییر کرده است.')]);
  });
});

describe('the files of the pages', () => {
  it.each([
    ['caseworker.css', 'text/css; charset=utf-8'],
    ['colors.css', 'text/css; charset=utf-8'],
    ['caseworker.js', 'text/javascript; charset=utf-8'],
    ['vazirmatn-arabic.woff2', 'font/woff2'],
    ['vazirmatn-latin.woff2', 'font/woff2'],
  ])('include %s', async (name, type) => {
    const { send } = await createTestApp();
    const answer = await send('tax', `${base}/static/${name}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each(['..%2froutes.ts', 'toString', 'other.js'])('do not include %s', async (name) => {
    const { send } = await createTestApp();
    expect((await send('tax', `${base}/static/${name}`)).status).toBe(404);
  });
});
