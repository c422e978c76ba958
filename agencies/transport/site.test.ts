import { describe, expect, it } from 'vitest';
import type { Handed, PlainSubmission } from '../front/outbox.ts';
import { createSite } from './site.ts';

const origin = 'http://transport.localhost:8570';

function setUp(handed: Handed = { kind: 'registered', caseNumber: 'TR-42', dueAt: '2026-12-01T00:00:00Z' }) {
  const submissions: PlainSubmission[] = [];
  const outbox = {
    hand: async (submission: PlainSubmission) => {
      submissions.push(submission);
      return handed;
    },
    flush: async () => 0,
  };
  const app = createSite({ origin, apiKey: 'key', now: () => new Date(0), callServer: async () => ({ kind: 'unreachable' }), outbox });
  const post = (form: Record<string, string>, headers: Record<string, string> = { origin }) =>
    app.request(`${origin}/renew`, { method: 'POST', headers, body: new URLSearchParams(form) });
  return { app, post, submissions };
}

const filled = {
  first_name: 'Sara',
  middle_name: '',
  last_name: 'Rezaei',
  date_of_birth_month: '4',
  date_of_birth_day: '12',
  date_of_birth_year: '1985',
  sex: 'female',
  national_id: '1234567891',
  mailing_address: 'خیابان شریعتی، پلاک ۴۵/۱',
  city: 'تهران',
  state: 'تهران',
  zip: '1234567890',
  phone: '+989700000000',
  email: 'sara@example.com',
  website: '',
};

describe('the transport site', () => {
  it('hands a whole renewal over in the words of its own form, empty answers left out', async () => {
    const { post, submissions } = setUp();
    const response = await post(filled);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('TR-42');
    expect(submissions).toEqual([
      {
        formTitle: 'Driver license renewal',
        answers: [
          { label: 'First or given name', value: 'Sara' },
          { label: 'Last or family name', value: 'Rezaei' },
          { label: 'Date of birth', value: '1985-04-12' },
          { label: 'Sex', value: 'Female' },
          { label: 'National ID number', value: '1234567891' },
          { label: 'Street address', value: 'خیابان شریعتی، پلاک ۴۵/۱' },
          { label: 'City', value: 'تهران' },
          { label: 'State or province', value: 'تهران' },
          { label: 'Postal code', value: '1234567890' },
          { label: 'Phone number', value: '+989700000000' },
          { label: 'Email address', value: 'sara@example.com' },
        ],
      },
    ]);
  });

  it('says that a renewal is kept when the register does not answer', async () => {
    const { post } = setUp({ kind: 'kept', reference: 'ABC23' });
    expect(await (await post(filled)).text()).toMatch(/Reference <span data-reference>ABC23<\/span>/);
  });

  it.each([
    ['no first name', { first_name: '' }, 'Enter your first name'],
    ['a day that does not exist', { date_of_birth_month: '2', date_of_birth_day: '30' }, 'Enter your date of birth'],
    ['a wrong check digit', { national_id: '1234567890' }, 'Enter a national ID number that has 10 digits'],
    ['no sex', { sex: '' }, 'Select female or male'],
  ])('asks again with %s, and keeps the rest', async (_what, change, message) => {
    const { post, submissions } = setUp();
    const response = await post({ ...filled, ...change });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(message);
    expect(page).toContain('value="Rezaei"');
    expect(submissions).toEqual([]);
  });

  it('writes what was typed as text, never as markup', async () => {
    const { post } = setUp();
    const page = await (await post({ ...filled, zip: '', city: '"><script>alert(1)</script>' })).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  it('takes nothing from a robot and nothing from another origin', async () => {
    const { post, submissions } = setUp();
    expect((await post({ ...filled, website: 'x' })).status).toBe(422);
    expect((await post(filled, { origin: 'http://evil.localhost' })).status).toBe(403);
    expect(submissions).toEqual([]);
  });

  it('publishes its services as a static file', async () => {
    const response = await setUp().app.request(`${origin}/.well-known/services.jsonld`);
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    expect(await response.json()).toMatchObject({ url: `${origin}/` });
  });
});
