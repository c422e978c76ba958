import { describe, expect, it } from 'vitest';
import type { Handed, PlainSubmission } from '../front/outbox.ts';
import { createSite } from './site.ts';

const origin = 'http://municipality.localhost:8570';

function setUp(handed: Handed = { kind: 'registered', caseNumber: 'MU-7', dueAt: '2026-12-20T00:00:00Z' }) {
  const submissions: PlainSubmission[] = [];
  const outbox = {
    hand: async (submission: PlainSubmission) => {
      submissions.push(submission);
      return handed;
    },
    flush: async () => 0,
  };
  const app = createSite({ origin, apiKey: 'key', now: () => new Date(0), callServer: async () => ({ kind: 'unreachable' }), outbox });
  const post = (path: string, form: Record<string, string>) =>
    app.request(origin + path, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
  return { app, post, submissions };
}

const filled = {
  ddlNoe: '1',
  txtName: 'آرش',
  txtFamily: 'کبیری',
  txtFather: 'هوشنگ',
  ddlSex: '1',
  txtCodeMelli: '۱۲۳۴۵۶۷۸۹۱',
  txtShSh: '1234567891',
  ddlDay: '30',
  ddlMonth: '12',
  ddlYear: '1375',
  txtMobile: '09700000000',
  ddlOstan: '17',
  txtShahr: 'شیراز',
  txtPost: '7134567890',
  txtAddress: 'خیابان قصردشت، کوچهٔ ۴۲، پلاک ۹',
};

describe('the municipality', () => {
  it('shows all answers once more, then hands them over in the words of its own form', async () => {
    const { post, submissions } = setUp();
    const confirm = await (await post('/permit/confirm', filled)).text();
    expect(confirm).toContain('<bdi>۱۳۷۵/۱۲/۳۰</bdi>');
    expect(submissions).toEqual([]);
    const sent = await post('/permit/send', filled);
    expect(await sent.text()).toContain('MU-7');
    expect(submissions).toEqual([
      {
        formTitle: 'درخواست پروانهٔ ساختمان',
        answers: [
          { label: 'نوع درخواست', value: 'احداث بنا' },
          { label: 'نام', value: 'آرش' },
          { label: 'نام خانوادگی', value: 'کبیری' },
          { label: 'نام پدر', value: 'هوشنگ' },
          { label: 'کد ملی', value: '۱۲۳۴۵۶۷۸۹۱' },
          { label: 'شماره شناسنامه', value: '1234567891' },
          { label: 'تاریخ تولد', value: '۱۳۷۵/۱۲/۳۰' },
          { label: 'جنسیت', value: 'مرد' },
          { label: 'تلفن همراه', value: '09700000000' },
          { label: 'استان', value: 'فارس' },
          { label: 'شهر', value: 'شیراز' },
          { label: 'کد پستی', value: '7134567890' },
          { label: 'نشانی', value: 'خیابان قصردشت، کوچهٔ ۴۲، پلاک ۹' },
        ],
      },
    ]);
  });

  it('goes back to the form with every answer', async () => {
    const page = await (await setUp().post('/permit/edit', filled)).text();
    expect(page).toContain('name="txtFamily" size="22" value="کبیری"');
    expect(page).toContain('<option value="1375" selected="selected">۱۳۷۵</option>');
  });

  it.each([
    ['no name', { txtName: '' }, '«نام» را وارد کنید.'],
    ['30 Esfand of a short year', { ddlYear: '1376' }, 'تاریخ تولد درست نیست.'],
    ['a wrong check digit', { txtCodeMelli: '1234567890' }, 'کد ملی درست نیست'],
    ['a short postcode', { txtPost: '71345' }, 'کد پستی باید ده رقم باشد.'],
  ])('refuses %s before and after the confirmation', async (_what, change, message) => {
    const { post, submissions } = setUp();
    for (const path of ['/permit/confirm', '/permit/send']) {
      const response = await post(path, { ...filled, ...change });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(message);
    }
    expect(submissions).toEqual([]);
  });

  it('writes what was typed as text, never as markup', async () => {
    const page = await (await setUp().post('/permit/confirm', { ...filled, txtShahr: '<img src=x onerror=alert(1)>' })).text();
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('says that a request is kept when the register does not answer', async () => {
    const { post } = setUp({ kind: 'kept', reference: 'ABC23' });
    expect(await (await post('/permit/send', filled)).text()).toContain('ABC23');
  });

  it('takes the levy in the words of the paper sheet, and refuses it by the rows', async () => {
    const { post, submissions } = setUp();
    const levy = { r11: 'آرش', r12: 'کبیری', r14: '۱۲۳۴۵۶۷۸۹۱', r41: '' };
    const refused = await post('/levy/send', { ...levy, r12: '', r41: '1234567890' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('<li>ردیف ۱۲ را وارد کنید.</li><li>ردیف ۴۱ درست نیست.</li>');
    expect(submissions).toEqual([]);
    expect(await (await post('/levy/send', levy)).text()).toContain('MU-7');
    expect(submissions).toEqual([
      {
        formTitle: 'اظهارنامهٔ عوارض نوسازی',
        answers: [
          { label: 'نام مؤدی', value: 'آرش' },
          { label: 'نام خانوادگی مؤدی', value: 'کبیری' },
          { label: 'کد ملی مؤدی', value: '۱۲۳۴۵۶۷۸۹۱' },
        ],
      },
    ]);
  });
});
