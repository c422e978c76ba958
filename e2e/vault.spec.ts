import { findDemoFolder, loadDemo } from '@daricheh/scripts/demo';
import type { Page } from '@playwright/test';
import { addAuthenticator } from './authenticator.ts';
import type { WalletBrowser } from './browser.ts';
import { expect, findBarriers, test } from './fixtures.ts';
import { chooseLanguage, onboard, readCode, words, writeDownCode } from './screens/onboarding.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Everything in the session's memory and the plain storage, as text. */
async function readStorages(wallet: WalletBrowser): Promise<string> {
  const worker = await wallet.findWorker();
  return worker.evaluate(async () => JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]));
}

async function lock(page: Page): Promise<void> {
  await button(page, 'قفل کن').click();
  await expect(page.getByRole('heading', { name: 'دریچه قفل است' })).toBeVisible();
}

async function openWalletFrom(page: Page): Promise<void> {
  await button(page, words.fa.toWallet).click();
  await expect(page.getByRole('navigation')).toBeVisible();
}

for (const language of ['fa', 'en'] as const) {
  test(`a vault is made in three steps (${language})`, async ({ wallet }) => {
    const { page, recoveryCode } = await onboard(wallet, { language });
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr');
    await button(page, words[language].toWallet).click();
    await expect(page.getByRole('navigation')).toBeVisible();
    expect(await readStorages(wallet)).not.toContain(recoveryCode.slice(0, 5));
  });
}

test('a slip in the code typed back is told, and the code can be seen again', async ({ wallet }) => {
  const page = await wallet.openWallet();
  await addAuthenticator(page);
  await button(page, words.fa.begin).click();
  await button(page, words.fa.makeKey).click();
  await expect(page.locator('.recovery-code')).toBeVisible();
  const code = await readCode(page);
  await button(page, words.fa.wroteIt).click();
  await page.getByLabel(words.fa.typed).fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  await button(page, words.fa.finish).click();
  await expect(page.getByRole('alert')).toContainText('اشتباه نوشته شده است');
  await button(page, 'کد را دوباره ببینم').click();
  expect(await readCode(page)).toBe(code);
});

test('the vault is made by keyboard alone', async ({ wallet }) => {
  const page = await wallet.openWallet();
  await addAuthenticator(page);
  await expect(page.locator('h1')).toBeFocused();
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').textContent()) === name) return;
    }
    throw new Error(`Tab does not reach "${name}".`);
  };
  await tabTo(words.fa.begin);
  await page.keyboard.press('Enter');
  await tabTo(words.fa.makeKey);
  await page.keyboard.press('Enter');
  await expect(page.locator('.recovery-code')).toBeVisible();
  const code = await readCode(page);
  await tabTo(words.fa.wroteIt);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(words.fa.typed)).toBeFocused();
  await page.keyboard.type(code.replaceAll('-', '').toLowerCase());
  await tabTo(words.fa.finish);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.fa.ready })).toBeFocused();
});

test('without PRF the vault is opened by a passphrase, and the passkey signs', async ({ wallet }) => {
  const page = await wallet.openWallet();
  await addAuthenticator(page, { hasPrf: false });
  await button(page, words.fa.begin).click();
  await button(page, words.fa.makeKey).click();
  await expect(page.getByText('با آن امضا می‌کنید، ولی قفل را باز نمی‌کند')).toBeVisible();
  await page.getByLabel('گذرواژه', { exact: true }).fill('کوتاه');
  await button(page, 'ادامه').click();
  await expect(page.getByText('گذرواژه کوتاه است')).toBeVisible();
  await page.getByLabel('گذرواژه', { exact: true }).fill('باران انار پنجره دوچرخه');
  await page.getByLabel('همان گذرواژه، یک بار دیگر').fill('باران انار پنجره دوچرخه');
  await button(page, 'ادامه').click();
  await writeDownCode(page, 'fa');
  await openWalletFrom(page);
  await page.getByRole('link', { name: 'تنظیمات' }).click();
  await expect(page.getByText('فقط برای امضا')).toBeVisible();
  await lock(page);
  await page.getByLabel('گذرواژه', { exact: true }).last().fill('باران انار پنجره دوچرخه');
  await button(page, 'باز کن').click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('A23: lock now leaves no key, and the passkey opens again', async ({ wallet }) => {
  const { page } = await onboard(wallet);
  await openWalletFrom(page);
  expect(await readStorages(wallet)).toContain('vault-key');
  await lock(page);
  expect(await readStorages(wallet)).not.toContain('vault-key');
  await button(page, 'باز کردن با کلید عبور').click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('A19: a passkey that does not find out who is there opens nothing', async ({ wallet }) => {
  const { page, authenticator } = await onboard(wallet);
  await openWalletFrom(page);
  await lock(page);
  await authenticator.setUserVerified(false);
  await button(page, 'باز کردن با کلید عبور').click();
  await expect(page.getByRole('alert')).toContainText('کلید عبور تأیید نشد');
  await expect(page.getByRole('heading', { name: 'دریچه قفل است' })).toBeVisible();
});

test('A20: a wrong recovery code must wait, and the right one opens after it', async ({ wallet }) => {
  const { page, recoveryCode } = await onboard(wallet);
  await openWalletFrom(page);
  await lock(page);
  await button(page, 'راه دیگری دارم').click();
  const field = page.getByLabel('کد بازیابی');
  await field.fill(`${recoveryCode.slice(0, -1)}${recoveryCode.endsWith('A') ? 'B' : 'A'}`);
  await button(page, 'باز کن').click();
  await expect(page.getByRole('alert')).toContainText('اشتباه نوشته شده است');
  await expect(page.getByText('ثانیهٔ دیگر صبر کنید')).toBeVisible();
  await expect(button(page, 'باز کن')).toBeDisabled();
  await field.fill(recoveryCode.toLowerCase());
  await expect(button(page, 'باز کن')).toBeEnabled();
  await button(page, 'باز کن').click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('A23: a killed worker stays unlocked until the expiry, and no longer', async ({ wallet }) => {
  const { page } = await onboard(wallet);
  await openWalletFrom(page);
  await wallet.stopWorker();
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  const worker = await wallet.findWorker();
  await worker.evaluate(async () => {
    const { 'vault-key': open } = await chrome.storage.session.get('vault-key');
    await chrome.storage.session.set({ 'vault-key': Object.assign({}, open, { expiresAtMs: Date.now() - 1 }) });
  });
  await wallet.stopWorker();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'دریچه قفل است' })).toBeVisible();
  expect(await readStorages(wallet)).not.toContain('vault-key');
});

test('A21: a damaged record is said to be damaged, and the rest of the vault is read', async ({ wallet }) => {
  const { page } = await onboard(wallet);
  await openWalletFrom(page);
  await page.getByRole('link', { name: 'تنظیمات' }).click();
  await expect(page.getByText('کلید عبور این دستگاه')).toBeVisible();
  await damageItems(page, 'passkey');
  await page.reload();
  await expect(page.getByText('آسیب دیده است')).toBeVisible();
  await expect(page.getByText('کد بازیابی', { exact: true })).toBeVisible();
  await lock(page);
  await button(page, 'باز کردن با کلید عبور').click();
  await expect(page.getByRole('heading', { name: 'تنظیمات' })).toBeVisible();
});

/** Flips one bit of every item of a table, as a failing disk would. */
async function damageItems(page: Page, table: string): Promise<void> {
  await page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('daricheh');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction('items', 'readwrite');
    const cursors = transaction.objectStore('items').openCursor();
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return;
      if (cursor.value.table === name && cursor.value.id !== '') {
        cursor.value.ciphertext[3] ^= 1;
        cursor.update(cursor.value);
      }
      cursor.continue();
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, table);
}

test('F6: a vault whose storage was cleared is lost, and no blank one takes its place silently', async ({ wallet }) => {
  const { page } = await onboard(wallet);
  await wallet.stopWorker();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('daricheh').onsuccess = resolve;
      }),
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: 'کیف این دستگاه پیدا نمی‌شود' })).toBeVisible();
  await button(page, 'از نو می‌سازم').click();
  await expect(button(page, words.fa.begin)).toBeVisible();
});

test('A22: the last way in cannot be removed', async ({ wallet }) => {
  const { page } = await onboard(wallet);
  await openWalletFrom(page);
  await page.getByRole('link', { name: 'تنظیمات' }).click();
  await button(page, 'برداشتن: کد بازیابی').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'برداشتن' }).click();
  await expect(button(page, 'برداشتن: کد بازیابی')).toBeHidden();
  await button(page, 'برداشتن: کلید عبور این دستگاه').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'برداشتن' }).click();
  await expect(page.getByRole('alert')).toContainText('تنها راه');
  await page.getByRole('alertdialog').getByRole('button', { name: 'انصراف' }).click();
  await lock(page);
  await button(page, 'باز کردن با کلید عبور').click();
  await expect(page.getByRole('heading', { name: 'تنظیمات' })).toBeVisible();
});

test('the popup warns of a look-alike in red, and knows a registered site', async ({ wallet }) => {
  const demo = loadDemo(findDemoFolder());
  await onboard(wallet);
  await wallet.context.route(/^http:\/\/[a-z-]+\.localhost/, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Tax</h1>' }));
  const site = await wallet.context.newPage();
  await site.goto(`${demo.lookAlikeOrigin}/`);
  const warned = await wallet.openPopup(site);
  await expect(warned.getByRole('alert')).toContainText('این سایت اصلی نیست');
  await expect(warned.getByRole('alert')).toContainText(demo.agencies.tax.origin);
  await expect(button(warned, 'پر کردن فرم این صفحه')).toBeHidden();
  await site.goto(`${demo.agencies.tax.origin}/`);
  const known = await wallet.openPopup(site);
  await expect(known.getByText('دریچه در این سایت خاموش است.')).toBeVisible();
  await button(known, 'روشن کردن در این سایت').click();
  await expect(known.getByText('دریچه در این سایت روشن است.')).toBeVisible();
});

for (const language of ['fa', 'en'] as const) {
  test(`axe finds nothing serious on the pages of the vault (${language})`, async ({ wallet }) => {
    const page = await wallet.openWallet();
    await addAuthenticator(page);
    await chooseLanguage(page, language);
    const barriers: Record<string, string[]> = {};
    const look = async (name: string) => {
      barriers[name] = await findBarriers(page);
    };
    await look('what');
    await button(page, words[language].begin).click();
    await look('key');
    await button(page, words[language].noKey).click();
    await look('passphrase');
    await page.locator('.button-quiet').click();
    await button(page, words[language].makeKey).click();
    await expect(page.locator('.recovery-code')).toBeVisible();
    await look('code');
    await writeDownCode(page, language);
    await expect(page.getByRole('heading', { name: words[language].ready })).toBeVisible();
    await look('ready');
    await page.goto(`${wallet.origin}/wallet.html#/settings`);
    await expect(page.locator('.card')).toHaveCount(6);
    await look('settings');
    await page.locator('.wallet-bar .button').click();
    await expect(page.locator('.unlock')).toBeVisible();
    await look('locked');
    await page.goto(`${wallet.origin}/popup.html`);
    await expect(page.locator('.popup-ways')).toBeVisible();
    await look('popup');
    expect(Object.entries(barriers).filter(([, found]) => found.length > 0)).toEqual([]);
  });
}
