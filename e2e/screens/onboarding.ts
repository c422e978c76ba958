import { expect, type Page } from '@playwright/test';
import { type Authenticator, addAuthenticator } from '../authenticator.ts';
import type { WalletBrowser } from '../browser.ts';

export type Language = 'fa' | 'en';

/** What the onboarding says, as a citizen reads it. */
export const words = {
  fa: {
    otherLanguage: 'English',
    begin: 'شروع کنیم',
    makeKey: 'ساختن کلید عبور',
    noKey: /گذرواژه بگذارید/,
    wroteIt: 'نوشتم',
    typed: 'کد بازیابی، از روی کاغذ',
    finish: 'همین است',
    ready: 'دریچه آماده است',
    toWallet: 'رفتن به کیف',
  },
  en: {
    otherLanguage: 'فارسی',
    begin: 'Let’s begin',
    makeKey: 'Make a passkey',
    noKey: /Set a passphrase/,
    wroteIt: 'I wrote it down',
    typed: 'Recovery code, from your paper',
    finish: 'That’s it',
    ready: 'Daricheh is ready',
    toWallet: 'Go to my wallet',
  },
} as const;

export type Onboarded = { readonly page: Page; readonly authenticator: Authenticator; readonly recoveryCode: string };

/** Makes a vault with a passkey, as a citizen does with the mouse, and stays at the page that comes after it. */
export async function onboard(
  wallet: WalletBrowser,
  options: { readonly language?: Language; readonly hasPrf?: boolean; readonly look?: (name: string, page: Page) => Promise<void> } = {},
): Promise<Onboarded> {
  const { language = 'fa', look = async () => undefined } = options;
  const page = await wallet.openWallet();
  const authenticator = await addAuthenticator(page, { hasPrf: options.hasPrf ?? true });
  await chooseLanguage(page, language);
  await look('onboarding-what', page);
  await press(page, words[language].begin);
  await look('onboarding-key', page);
  await press(page, words[language].makeKey);
  await expect(page.locator('.recovery-code')).toBeVisible();
  await look('onboarding-code', page);
  const recoveryCode = await writeDownCode(page, language);
  await expect(page.getByRole('heading', { name: words[language].ready })).toBeVisible();
  return { page, authenticator, recoveryCode };
}

/** The recovery code as it is shown, typed back. */
export async function writeDownCode(page: Page, language: Language): Promise<string> {
  const recoveryCode = await readCode(page);
  await press(page, words[language].wroteIt);
  await page.getByLabel(words[language].typed).fill(recoveryCode);
  await press(page, words[language].finish);
  return recoveryCode;
}

/** The code that the page shows, in groups. */
export async function readCode(page: Page): Promise<string> {
  // The passkey is made first, and reading all texts does not wait for any.
  await expect(page.locator('.recovery-code')).toBeVisible();
  const groups = await page.locator('.recovery-code > span:not(.visually-hidden)').allTextContents();
  return groups.join('-');
}

export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: words.fa.otherLanguage }).click();
  await loaded;
  await expect(page.locator(`html[lang=${language}] h1`)).toBeVisible();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}
