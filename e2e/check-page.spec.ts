import { pathToFileURL } from 'node:url';
import { buildCheckPage } from '@daricheh/scripts/build';
import { createSheetWorld } from '@daricheh/server/testing';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { writeLocalProofFile } from '@daricheh/shared/local-proof';
import { hashManifest, type SubmissionFile, writeSubmissionFile } from '@daricheh/shared/submission';
import {
  buildTestManifest,
  createTestFileWorld,
  createTestProofWorld,
  sha256,
  type TestFileWorld,
  testTime,
  toPem,
} from '@daricheh/shared/testing';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { launchPlainBrowser } from './browser.ts';
import { findBarriers } from './fixtures.ts';

// The page that checks saved forms: one file, opened from disk, with no network.

let browser: Browser;
let world: TestFileWorld;
let file: SubmissionFile;
let address: string;

test.beforeAll(async () => {
  address = pathToFileURL(await buildCheckPage()).href;
  browser = await launchPlainBrowser();
  world = await createTestFileWorld();
  file = await world.makeFile();
});
test.afterAll(() => browser.close());

const upload = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const form = (saved = file, name = 'form.json') => upload(name, writeSubmissionFile(saved));
const root = () => upload('root.pem', toPem(world.root).certPem);

/** The page as it opens, offline, at that time. What it asks of any network is noted. */
async function open(now = new Date(testTime.getTime() + 86_400_000)): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ offline: true });
  const asked: string[] = [];
  context.on('request', (request) => void (request.url().startsWith('file:') || asked.push(request.url())));
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await page.goto(address);
  return { page, asked };
}

test('a saved form is checked offline, in Persian and in English, and nothing is asked of anybody', async () => {
  const { page, asked } = await open();
  const files = page.locator('#files');
  await files.setInputFiles(form());
  await expect(page.locator('.verdict')).toContainText('نمی‌توان اثبات کرد');
  await expect(page.locator('.report')).toContainText('این که این ریشه از کیست وارسی نشد');
  await files.setInputFiles(root());
  await expect(page.locator('.verdict')).toContainText('معتبر');
  await expect(page.getByRole('status')).toContainText(/form\.json\u2069: معتبر\./);
  await expect(page.locator('.report li')).toHaveCount(20);
  expect(await findBarriers(page)).toEqual([]);
  await page.locator('.language').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.verdict')).toContainText(/Valid as of .*1 June 2026.*by the clock of an authority that is not the agency/);
  await expect(page.locator('.language')).toBeFocused();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.drop')).toBeHidden();
  await expect(page.locator('.report')).toBeVisible();
  expect(asked).toEqual([]);
  await page.context().close();
});

test('E13: a changed form is invalid there too, and one whose time stamp has ended cannot be proven', async () => {
  const { page } = await open();
  const [, second = ''] = file.receipt.split('.');
  const changed = { ...file, receipt: file.receipt.replace(second, `${second.slice(0, -4)}AAAA`) };
  await page
    .locator('#files')
    .setInputFiles([root(), form(changed), form(file, 'other.json'), upload('torn.json', writeSubmissionFile(file).slice(0, 300))]);
  await expect(page.getByRole('article').filter({ hasText: 'form.json' }).locator('.verdict')).toContainText('نامعتبر');
  await expect(page.getByRole('article').filter({ hasText: 'other.json' }).locator('.verdict')).toContainText('معتبر');
  await expect(page.getByRole('article').filter({ hasText: 'torn.json' })).toContainText('خوانده نمی‌شود');
  // Of the two that are whole one comes in the place of the other.
  const earlier = { caseNumber: 'T-1405-0001', manifestHash: await hashManifest(decodeBase64Url(file.envelope.jws.payload), sha256) };
  const manifest = buildTestManifest(world.form, { at: testTime, amends: earlier });
  await page
    .locator('#files')
    .setInputFiles(form(await world.makeFile({ manifest, receipt: { caseNumber: 'T-1405-0002' } }), 'later.json'));
  const reportOf = (name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(reportOf('later.json')).toContainText(/پروندهٔ \u2068T-1405-0001\u2069 را اصلاح می‌کند/);
  await expect(reportOf('later.json').locator('li.holds').filter({ hasText: 'فرم پیشین' })).toContainText('other.json');
  await expect(reportOf('other.json')).toContainText(/later\.json\u2069 که در کنار است می‌گوید که به جای این، فرم دیگری فرستاده شده است/);
  await page.context().close();
  const late = await open(new Date('2036-06-01T12:00:00Z'));
  await late.page.locator('#files').setInputFiles([root(), form()]);
  await expect(late.page.locator('.verdict')).toContainText('نمی‌توان اثبات کرد');
  await late.page.context().close();
});

test('a receipt as PDF is dropped on it, and a record of what was sent: what they prove, and what not', async () => {
  const sheets = await createSheetWorld();
  const { page, asked } = await open(sheets.app.clock.now);
  const record = upload('record.json', writeLocalProofFile(await (await createTestProofWorld(sheets.app.authority.root)).makeFile()));
  await page.locator('#files').setInputFiles([upload('root.pem', toPem(sheets.app.authority.root).certPem), record]);
  await expect(page.locator('.verdict')).toContainText('معتبر، تنها به‌عنوان سند خود فرستنده');
  await expect(page.locator('li.cannot-be-proven')).toContainText('نهاد هرگز این را تأیید نکرده است');
  const sheet = await sheets.make();
  await dropFile(page, 'receipt.pdf', sheet);
  await expect(page.getByRole('article').filter({ hasText: 'receipt.pdf' }).locator('.verdict')).toContainText('معتبر');
  const at = Math.floor(sheet.length / 2);
  await dropFile(page, 'receipt.pdf', sheet.with(at, (sheet[at] ?? 0) ^ 1));
  await expect(page.locator('.report.invalid li.fails').first()).toContainText('مُهر');
  expect(asked).toEqual([]);
  await page.context().close();
});

/** As a person drops a file on the page. */
async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([called, numbers]) => {
      const held = new DataTransfer();
      held.items.add(new File([new Uint8Array(numbers)], called));
      return held;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
}

test('its own policy lets it reach nothing', async () => {
  const { page } = await open();
  const forbidden = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
        fetch('https://example.org/').catch(() => undefined);
      }),
  );
  expect(forbidden).toBe('connect-src');
  await page.context().close();
});
