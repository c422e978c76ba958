import type { Page } from '@playwright/test';
import type { WalletBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { type Opened, openOwnPage, origin } from './own-page.ts';

// What of a form that is sent reaches the wallet, and what never does.

const question = 'سندی از آنچه فرستادید نگه داریم؟';
const look = 'دیدن آنچه نوشته می‌شود';

const form = (attributes = '') => `
  <form method="post" action="/send" ${attributes}>
    <label>کد ملی <input name="nid"></label>
    <label>نام <input name="fname"></label>
    <label>رمز <input name="word" type="password"></label>
    <label>شماره کارت بانکی <input name="pan"></label>
    <input type="hidden" name="token" value="hidden-token">
    <label>توضیح <textarea name="note"></textarea></label>
    <button>بفرست</button>
  </form>`;

async function openForm(wallet: WalletBrowser, body: string): Promise<Opened> {
  await wallet.context.route(`${origin}/send`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><p>رسید</p>' }),
  );
  const opened = await openOwnPage(wallet, body);
  await opened.panel.fill();
  return opened;
}

async function typeSecrets(page: Page): Promise<void> {
  await page.locator('[name=word]').fill('word-secret');
  await page.locator('[name=pan]').fill('6037997512345678');
  await page.locator('[name=note]').fill('آب قطع است');
}

test('B23: a form that is sent is offered for keeping in the page’s words; passwords, cards and hidden boxes never leave the page', async ({
  wallet,
}) => {
  const { page, panel } = await openForm(wallet, form());
  await typeSecrets(page);
  await page.getByRole('button', { name: 'بفرست' }).click();
  await expect(page.getByText('رسید')).toBeVisible();
  await expect(panel.page.getByRole('heading', { name: question })).toBeVisible();
  await panel.page.getByRole('button', { name: look }).click();
  await expect(panel.page.getByText('آب قطع است')).toBeVisible();
  await expect(panel.page.getByText('9990014043')).toBeVisible();
  const kept = JSON.stringify(await panel.page.evaluate(() => chrome.storage.session.get('proof-offers')));
  for (const secret of ['word-secret', '6037997512345678', 'hidden-token']) expect(kept).not.toContain(secret);
  // This wallet holds no document that signs: it says so, and offers no button that would fail.
  await expect(panel.page.getByRole('button', { name: 'نگه‌دار', exact: true })).toBeDisabled();
});

test('a form that a script takes over is offered with a warning', async ({ wallet }) => {
  const { page, panel } = await openForm(wallet, form('onsubmit="event.preventDefault()"'));
  await typeSecrets(page);
  await page.getByRole('button', { name: 'بفرست' }).click();
  await expect(panel.page.getByRole('heading', { name: question })).toBeVisible();
  await expect(panel.page.getByText('برنامهٔ خود صفحه فرستاد')).toBeVisible();
});

test('B23: a page that sends its form by itself is not listened to', async ({ wallet }) => {
  // Once, by the last field that is written: a second sending would break off the first.
  const sendItself = `document.forms[0].fname.addEventListener('change', () => setTimeout(() => document.forms[0].requestSubmit(), 1000), { once: true })`;
  const { page, panel } = await openForm(wallet, `${form()}<script>${sendItself}</script>`);
  // Nothing is asked of the page before it is gone: Playwright's own questions count as gestures.
  await page.waitForURL(`${origin}/send`);
  await expect(panel.page.getByRole('heading', { name: question })).toBeHidden();
  expect(await panel.page.evaluate(() => chrome.storage.session.get('proof-offers'))).toEqual({});
});

test('B23: nothing of it is left once it is not wanted, or the wallet is locked', async ({ wallet }) => {
  const { page, panel } = await openForm(wallet, form());
  const send = async () => {
    await typeSecrets(page);
    await page.getByRole('button', { name: 'بفرست' }).click();
    await expect(panel.page.getByRole('heading', { name: question })).toBeVisible();
  };
  const left = async () => (await panel.page.evaluate(() => chrome.storage.session.get('proof-offers')))['proof-offers'];
  await send();
  await panel.page.getByRole('button', { name: 'لازم نیست' }).click();
  await expect(panel.page.getByRole('heading', { name: question })).toBeHidden();
  expect(await left()).toEqual([]);
  await page.goto(`${origin}/form`);
  await panel.fill();
  await send();
  await panel.page.getByRole('button', { name: 'قفل کن' }).click();
  await expect.poll(left).toEqual([]);
});
