import { afterEach, describe, expect, it } from 'vitest';
import { createServerClient } from '../front/server-client.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { buildForm } from './form.ts';
import { createSite } from './site.ts';

const origin = 'http://passport.localhost:8570';
const link = 'openid4vp://?client_id=x509_hash%3Aabc&request_uri=http%3A%2F%2Fpassport.localhost%3A8570%2Fr';
const subject = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: '1234567891',
};

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const answers = {
  'POST /daricheh/verifier/requests': { status: 201, json: { id: 'r1', link }, setCookies: ['daricheh_browser=b; HttpOnly'] },
  'POST /daricheh/verifier/sessions': { json: { signedIn: true, subject }, setCookies: ['daricheh_session=s; HttpOnly'] },
  'GET /daricheh/session': { json: { signedIn: true, subject } },
  'POST /daricheh/plain-submissions': { status: 201, json: { caseNumber: 'PA-7', dueAt: '2026-12-20T00:00:00Z' } },
};

const pages: readonly (readonly [path: string, form: Record<string, string>])[] = [
  ['name', { 'given-names': 'Sara', surname: 'Rezaei' }],
  ['date-of-birth', { 'dob-day': '12', 'dob-month': '4', 'dob-year': '1985' }],
  ['national-id', { 'national-id': '1234567891' }],
  ['place-of-birth', { 'place-of-birth': 'تهران' }],
  ['sex', { sex: 'F' }],
  ['address', { 'street-address': 'کوچهٔ ۱۲/۳', city: 'تهران', province: '', postcode: '1234567890' }],
  ['phone', { phone: '+989700000000' }],
  ['email', { email: 'sara@example.com' }],
];

/** A browser that keeps cookies, on the site with a server beside it. */
async function setUp(served: Parameters<typeof startFakeServer>[0] = answers) {
  const server = await startFakeServer(served);
  running.push(server);
  const clock = { now: new Date('2026-11-23T10:00:00Z') };
  const callServer = createServerClient({ port: server.port, host: 'passport.localhost:8570' });
  const app = createSite({ origin, callServer, apiKey: 'key', now: () => clock.now });
  const jar = new Map<string, string>();
  const send = async (path: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(form === undefined ? {} : { origin }) };
    const response = await app.request(origin + path, {
      headers,
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  const answerAll = async () => {
    for (const [path, form] of pages) await send(`/apply/${path}`, form);
  };
  return { server, send, answerAll, jar, clock };
}

describe('signing in by link', () => {
  it('shows the link that the server gave, and keeps the cookie that binds it to the browser', async () => {
    const { send, jar, server } = await setUp();
    expect((await send('/sign-in')).text).toContain(link.replaceAll('&', '&amp;'));
    expect(jar.get('daricheh_browser')).toBe('b');
    expect(server.calls[0]).toMatchObject({ origin, body: { use: 'sign-in', channel: 'link', returnTo: '/sign-in/return' } });
  });

  it('exchanges the response code with the browser’s cookie, and greets by the Latin name', async () => {
    const { send, server } = await setUp();
    await send('/sign-in');
    expect(await send('/sign-in/return?response_code=c1')).toMatchObject({ status: 303, location: '/apply/name' });
    expect(server.calls[1]).toMatchObject({
      path: '/daricheh/verifier/sessions',
      cookie: 'daricheh_browser=b',
      body: { responseCode: 'c1' },
    });
    expect((await send('/apply/name')).text).toContain('<bdi data-signed-in>Sara Rezaei</bdi>');
  });

  it('says plainly that nobody is signed in when there is no code or the server does not take it', async () => {
    const { send } = await setUp({ ...answers, 'POST /daricheh/verifier/sessions': { status: 400, json: {} } });
    for (const path of ['/sign-in/return', '/sign-in/return?response_code=old']) {
      expect(await send(path)).toMatchObject({ status: 403, text: expect.stringContaining('You are not signed in') });
    }
  });

  it('never shows a link of another scheme', async () => {
    const { send } = await setUp({ 'POST /daricheh/verifier/requests': { json: { link: 'javascript:alert(1)' } } });
    expect(await send('/sign-in')).toMatchObject({ status: 502, text: expect.not.stringContaining('javascript:') });
  });
});

describe('the application', () => {
  it('goes from question to question to the page that can be signed, whose inputs are those of the form', async () => {
    const { send } = await setUp();
    const locations = [];
    for (const [path, form] of pages) locations.push((await send(`/apply/${path}`, form)).location);
    expect(locations).toEqual([...pages.slice(1).map(([path]) => `/apply/${path}`), '/apply/check']);
    const { text } = await send('/apply/check');
    expect(text).toContain('<form data-daricheh-form="/daricheh/forms/passport-application"');
    const inputs = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]);
    expect(inputs.map(([name]) => name).sort()).toEqual(
      buildForm(origin)
        .fields.map((field) => field.control)
        .sort(),
    );
    expect(inputs).toContainEqual(['date-of-birth', '1985-04-12']);
  });

  it('is sent without a signature through the server, and then forgotten', async () => {
    const { send, server, answerAll } = await setUp();
    await answerAll();
    expect(await send('/apply/send', {})).toMatchObject({ status: 303, location: '/apply/confirmation?case=PA-7' });
    const sent = server.calls.find((call) => call.path === '/daricheh/plain-submissions');
    expect(sent).toMatchObject({ authorization: 'Bearer key', body: { formTitle: 'Passport application' } });
    expect(sent?.body).toHaveProperty('answers', expect.arrayContaining([{ label: 'Date of birth', value: '1985-04-12' }]));
    expect((await send('/apply/confirmation?case=PA-7')).text).toContain('<strong data-case-number>PA-7</strong>');
    expect(await send('/apply/check')).toMatchObject({ status: 303, location: '/apply/name' });
  });

  it('keeps the answers when the server is away, and forgets them after an idle hour', async () => {
    const { send, answerAll, clock } = await setUp({});
    await answerAll();
    expect(await send('/apply/send', {})).toMatchObject({ status: 502, text: expect.stringContaining('We have kept your answers') });
    expect((await send('/apply/check')).text).toContain('sara@example.com');
    clock.now = new Date(clock.now.getTime() + 3_600_001);
    expect((await send('/apply/check')).location).toBe('/apply/name');
  });

  it('comes back to the check after a change', async () => {
    const { send, answerAll } = await setUp();
    await answerAll();
    expect((await send('/apply/phone?change=yes')).text).toContain('<input type="hidden" name="change" value="yes">');
    expect((await send('/apply/phone', { phone: '09700000001', change: 'yes' })).location).toBe('/apply/check');
  });

  it.each([
    ['name', { 'given-names': '', surname: 'Rezaei' }, 'Enter the given names'],
    ['name', { 'given-names': 'سارا' }, 'Given names must be in Latin letters'],
    ['date-of-birth', {}, 'Enter the date of birth'],
    ['date-of-birth', { 'dob-day': '1', 'dob-month': '2' }, 'Date of birth must include a year'],
    ['date-of-birth', { 'dob-day': '30', 'dob-month': '2', 'dob-year': '1985' }, 'Date of birth must be a real date'],
    ['national-id', { 'national-id': '123' }, 'National ID number must be 10 digits'],
    ['national-id', { 'national-id': '1234567890' }, 'National ID number is not right'],
    ['sex', {}, 'Select female or male'],
    ['email', { email: 'sara' }, 'Enter an email address in the correct format'],
  ])('asks again for %s with %j', async (path, form, message) => {
    const { send } = await setUp();
    const { status, text } = await send(`/apply/${path}`, form);
    expect([status, text.includes(message), text.includes('There is a problem')]).toEqual([422, true, true]);
  });

  it('takes one name, marks on Latin letters, and a national ID of the one who signed in alone', async () => {
    const { send, jar } = await setUp();
    expect((await send('/apply/name', { 'given-names': 'Anna Luise', surname: 'Müller-Straße' })).status).toBe(303);
    expect((await send('/apply/name', { 'given-names': 'Golbakht', surname: '' })).status).toBe(303);
    jar.set('daricheh_session', 's');
    expect((await send('/apply/national-id', { 'national-id': '9999999999' })).text).toContain(
      'not the national ID number of the person who signed in',
    );
  });

  it('is for a child where the applicant says so: its questions are about the child, and not answered with the applicant’s own number', async () => {
    const { send } = await setUp();
    expect((await send('/')).text).toContain('href="/sign-in?for=child"');
    await send('/sign-in?for=child');
    await send('/sign-in/return?response_code=c1');
    expect((await send('/apply/name')).text).toContain('What is the child’s name?');
    expect((await send('/apply/national-id', { 'national-id': '1234567891' })).text).toContain('This is your own national ID number');
    expect((await send('/apply/national-id', { 'national-id': '9999999999' })).location).toBe('/apply/place-of-birth');
    expect((await send('/apply/address')).text).toContain('What is your address?');
  });

  it('is for the applicant again where a new one is begun so', async () => {
    const { send } = await setUp();
    await send('/sign-in?for=child');
    await send('/sign-in?for=applicant');
    expect((await send('/apply/name')).text).toContain('What is your name?');
  });

  it('writes what was typed as text, never as markup', async () => {
    const { send } = await setUp();
    expect((await send('/apply/place-of-birth', { 'place-of-birth': '"><script>' })).status).toBe(303);
    expect((await send('/apply/place-of-birth')).text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect((await send('/apply/confirmation?case=%3Cscript%3E')).text).not.toContain('<script>');
  });

  it('serves GOV.UK Frontend without the typeface that belongs to GOV.UK', async () => {
    const { text } = await (await setUp()).send('/assets/govuk-frontend.min.css');
    expect([text.includes('.govuk-button'), text.includes('@font-face'), text.includes('GDS Transport')]).toEqual([true, false, false]);
  });
});
