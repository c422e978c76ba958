import { describe, expect, it } from 'vitest';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { answerTestForm, describeTestForm, sha256 } from '../testing/index.ts';
import { buildManifest, buildWithdrawal, compareManifests, hashView, type Manifest, renderView } from './index.ts';

const definition = describeTestForm('https://tax.example');
const parts = { definition, formHash: 'h', origin: 'https://tax.example', nonce: 'n', salt: 's', answers: answerTestForm(definition) };
const manifest = (locale: 'fa' | 'en'): Manifest => buildManifest({ ...parts, locale, createdAt: new Date('2026-11-23T20:45:00Z') });

const earlier = { caseNumber: 'TAX-1', manifestHash: `${'l'.repeat(42)}A` };

/** The view as plain lines, with what is left to right marked. */
function readLines(view: ReturnType<typeof renderView>): string[] {
  return view.sections.flatMap(({ heading, lines }) => [
    `# ${heading}`,
    ...lines.map(
      ({ label, value, direction, note }) => `${label}: ${value}${direction === 'ltr' ? ' ←ltr' : ''}${note ? ` (${note})` : ''}`,
    ),
  ]);
}

describe('daricheh.view.v1', () => {
  it('shows a manifest in Persian', async () => {
    const view = renderView(manifest('fa'));
    expect([view.direction, view.title]).toEqual(['rtl', 'فارسی Yearly return']);
    expect(readLines(view)).toEqual([
      '# گیرنده',
      'نهاد: فارسی Tax',
      'نشانی سایت: https://tax.example ←ltr',
      '# پاسخ‌های شما',
      'فارسی national-id: ۹۹۹۰۰۰۰۰۱۵ ←ltr (از مدرک هویت شما)',
      'فارسی birth-date: ۵ مهر ۱۳۶۴ (از مدرک هویت شما)',
      'فارسی income: ۱٬۲۰۰٬۰۰۰٬۰۰۰ ←ltr (در صفحه نوشته شده است)',
      'فارسی status: فارسی married (در صفحه نوشته شده است)',
      '# برای چه و تا کی',
      'برای: فارسی To assess your tax',
      'به دست چه کسانی می‌رسد: فارسی Income office',
      'تا کی نگه داشته می‌شود: فارسی Ten years (۳۶۵۰ روز)',
      'هزینه: ۲۵۰٬۰۰۰ ریال',
      '# دربارهٔ این فرم',
      'شناسهٔ فرم: yearly-return ←ltr',
      'نسخه: ۱ ←ltr',
      'زمان بازبینی: ۳ آذر ۱۴۰۵، ساعت ۰۰:۱۵ (به وقت ایران)',
    ]);
    // Golden: a change here is a new version of the renderer, or nobody can check what was signed before.
    expect(await hashView(view, sha256)).toBe('oqz4C5rg9sjzdo4A06ikyj6WT3bum-4oUgKHxapEmOo');
  });

  it('shows a manifest in English', async () => {
    const view = renderView(manifest('en'));
    expect([view.direction, view.title]).toEqual(['ltr', 'Yearly return']);
    expect(readLines(view).slice(3, 8)).toEqual([
      '# Your answers',
      'national-id: 9990000015 ←ltr (From your identity document)',
      'birth-date: 27 September 1985 (5 Mehr 1364) (From your identity document)',
      'income: 1,200,000,000 ←ltr (Written on the page)',
      'status: married (Written on the page)',
    ]);
    expect(readLines(view).at(-1)).toBe('Reviewed at: 24 November 2026 (3 Azar 1405), at 00:15 (Iran time)');
    expect(await hashView(view, sha256)).toBe('iGAygjiQGqI8f985dEfI81eY4wDlOj4OmlBN6o1JuQg');
  });

  it('shows nothing unseen that an agency wrote, and leaves the joiner of Persian words', () => {
    const title = { fa: 'می\u200cخواهم \u202eevil\u202c\u2066x\u2069\u0000', en: 'a\u200bb' };
    expect(renderView({ ...manifest('fa'), title }).title).toBe('می\u200cخواهم evilx');
    expect(renderView({ ...manifest('en'), title }).title).toBe('ab');
  });

  it.each([
    ['boolean', 'true', 'بله', 'Yes'],
    ['boolean', 'false', 'خیر', 'No'],
    ['integer', '-1234', '\u2212۱٬۲۳۴', '\u22121,234'],
    ['integer', '0', '۰', '0'],
    ['phone', '+989121234567', '+۹۸۹۱۲۱۲۳۴۵۶۷', '+989121234567'],
    ['iban', 'IR120000', 'IR120000', 'IR120000'],
    ['date', '2024-03-20', '۱ فروردین ۱۴۰۳', '20 March 2024 (1 Farvardin 1403)'],
    ['text', 'پلاک ۳/۲', 'پلاک ۳/۲', 'پلاک ۳/۲'],
  ])('shows a %s of %s', (kind, value, fa, en) => {
    const show = (locale: 'fa' | 'en') => {
      const whole = manifest(locale);
      const answers = whole.answers.slice(0, 1).map((answer) => ({ ...answer, kind, value }));
      return renderView({ ...whole, answers }).sections[1]?.lines[0]?.value;
    };
    expect([show('fa'), show('en')]).toEqual([fa, en]);
  });

  it('names attachments and what is amended', async () => {
    const file = {
      name: 'a\u202efdp.exe',
      mediaType: 'application/pdf',
      sha256: encodeBase64Url(await sha256(encodeUtf8('a'))),
      size: 12_345,
    };
    const attachments = [{ slot: 'deed', label: { fa: 'سند', en: 'Deed' }, ...file }];
    const show = (locale: 'fa' | 'en') => readLines(renderView({ ...manifest(locale), attachments, amends: earlier }));
    // As `printf a | sha256sum` begins.
    expect(show('en')).toContain('Deed: afdp.exe (12,345 bytes, SHA-256: ca978112ca1bbdca…)');
    expect(show('fa')).toContain('سند: afdp.exe (۱۲٬۳۴۵ بایت، SHA-256: ca978112ca1bbdca…)');
    expect(show('en')).toContain('Amends case: TAX-1 ←ltr (SHA-256: 9659659659659659…)');
  });

  it('shows a withdrawal as one', async () => {
    const withdrawal = (locale: 'fa' | 'en') =>
      renderView(buildWithdrawal({ ...parts, locale, createdAt: new Date('2026-11-23T20:45:00Z'), withdraws: earlier }));
    expect([withdrawal('fa').title, withdrawal('en').title]).toEqual(['انصراف از فارسی Yearly return', 'Withdrawal of Yearly return']);
    expect(readLines(withdrawal('fa')).slice(3, 7)).toEqual([
      '# انصراف',
      'پرونده‌ای که پس می‌گیرید: TAX-1 ←ltr (SHA-256: 9659659659659659…)',
      'یعنی: این درخواست را پس می‌گیرم. نهاد دیگر به آن رسیدگی نمی‌کند و این کار برگشت ندارد.',
      '# برای چه و تا کی',
    ]);
    expect(readLines(withdrawal('en')).some((text) => /fee|rials/i.test(text))).toBe(false);
    expect(await hashView(withdrawal('fa'), sha256)).toBe('7v-tk0OYcg2PJaRIAVDwvLIylr46H-f71y7uD2r1yCE');
    expect(await hashView(withdrawal('en'), sha256)).toBe('e7q_2bipWQvlkvmXCYUiUMqaRIJXfJckOjON0boGYkc');
  });
});

describe('what a manifest says otherwise', () => {
  const first = manifest('fa');
  const answer = (values: Readonly<Record<string, string>>): Manifest => ({ ...first, answers: answerTestForm(definition, values) });

  it('is nothing where only the moment is another', () => {
    const answers = first.answers.map((each) => ({ ...each, source: { kind: 'edited' as const } }));
    expect(compareManifests(first, { ...first, salt: 'other', answers }, 'en')).toEqual([]);
  });

  it('is each answer that was changed, added or left out, as it is shown', () => {
    const after = answer({ income: '5', status: 'single', email: 'a@b.example' });
    expect(compareManifests(first, after, 'en')).toEqual([
      { label: 'income', direction: 'ltr', before: '1,200,000,000', after: '5' },
      { label: 'status', direction: 'auto', before: 'married', after: 'single' },
      { label: 'email', direction: 'ltr', before: null, after: 'a@b.example' },
    ]);
    expect(compareManifests(after, first, 'fa').at(-1)).toEqual({
      ...{ label: 'فارسی email', direction: 'ltr' },
      ...{ before: 'a@b.example', after: null },
    });
  });

  it('is each file of another content, whatever its name', () => {
    const file = (name: string, sha256: string) => ({
      ...{ slot: 'deed', label: { fa: 'سند', en: 'Deed' }, name, mediaType: 'application/pdf', sha256, size: 1 },
    });
    const [old, fresh] = [file('deed.pdf', 'A'.repeat(43)), file('deed.pdf', 'B'.repeat(42).concat('A'))];
    expect(compareManifests({ ...first, attachments: [old] }, { ...first, attachments: [fresh] }, 'en')).toEqual([
      { label: 'Deed', direction: 'auto', before: null, after: 'deed.pdf' },
      { label: 'Deed', direction: 'auto', before: 'deed.pdf', after: null },
    ]);
  });
});
