import { expect, type Locator, type Page } from '@playwright/test';
import { type Authenticator, copyAuthenticator } from '../authenticator.ts';
import type { WalletBrowser } from '../browser.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    receive: 'دریافت کن',
    present: 'نشان بده',
    sign: 'امضا و فرستادن',
    no: /^(نه|فعلاً نه|نمی‌خواهم)$/,
    close: 'بستن',
    sendAgain: 'دوباره بفرست',
    code: 'کد تحویل',
    signIn: /^ورود در سایت/,
    received: 'مدرک در کیف شماست',
    shown: 'نشان داده شد',
    signed: 'رسید شما آماده است',
    kept: 'امضا شد، ولی هنوز نرسیده است',
  },
  en: {
    receive: 'Receive',
    present: 'Show these',
    sign: 'Sign and send',
    no: /^(Refuse|Not now|No, thanks)$/,
    close: 'Close',
    sendAgain: 'Send again',
    code: 'Delivery code',
    signIn: /^Sign in at/,
    received: 'in your wallet',
    shown: 'Shown',
    signed: 'Your receipt is here',
    kept: 'Signed, but not received yet',
  },
} as const;

type Question = 'receive' | 'present' | 'sign';
type End = 'received' | 'shown' | 'signed' | 'kept';

/** The wallet's own window, in which the citizen decides. */
export type ConsentScreen = {
  readonly page: Page;
  readonly authenticator: Authenticator;
  readonly heading: Locator;
  readonly asker: Locator;
  readonly alert: Locator;
  /** Where the second code is written. */
  readonly codeField: Locator;
  /** Opens the issuer's page for signing in. */
  readonly signInButton: Locator;
  button(question: Question): Locator;
  /** Says yes, with a gesture of the passkey, which the virtual authenticator makes by itself. */
  approve(question: Question): Promise<void>;
  /** Says no; the window is gone then. */
  refuse(): Promise<void>;
  close(): Promise<void>;
  sendAgain(): Promise<void>;
  expectEnd(end: End): Promise<void>;
  /** Labels and values of the text that a signature would cover. */
  readAnswers(): Promise<ReadonlyMap<string, string>>;
};

type Asked = {
  readonly wallet: WalletBrowser;
  readonly language: Language;
  /** Whose passkeys the window gets. */
  readonly authenticator: Authenticator;
};

/** Does `trigger` and takes hold of the window that opens through it. */
export async function openConsent({ wallet, language, authenticator }: Asked, trigger: () => Promise<unknown>): Promise<ConsentScreen> {
  const opening = wallet.waitForConsentWindow();
  await trigger();
  const page = await opening;
  const copy = await copyAuthenticator(authenticator, page);
  // A click that brings the window to the front decides nothing (A6), so it is in front before the first one.
  await page.bringToFront();
  const text = words[language];
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const leave = async (name: string | RegExp) => {
    const closed = page.waitForEvent('close');
    // The window may be gone before the click that closes it has been reported.
    const click = press(name).catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
    await Promise.all([closed, click]);
  };
  return {
    page,
    authenticator: copy,
    heading: page.getByRole('heading', { level: 1 }),
    asker: page.locator('.asker'),
    alert: page.getByRole('alert'),
    codeField: page.getByRole('textbox', { name: text.code }),
    signInButton: page.getByRole('button', { name: text.signIn }),
    button: (question) => page.getByRole('button', { name: text[question], exact: true }),
    approve: (question) => press(text[question]),
    refuse: () => leave(text.no),
    close: () => leave(text.close),
    sendAgain: () => press(text.sendAgain),
    expectEnd: async (end) => void (await expect(page.getByRole('heading', { level: 1 })).toContainText(text[end], { timeout: 15_000 })),
    readAnswers: async () => {
      const pairs = await page
        .locator('.signed-view dl > div, .signed-view .facts-row')
        .evaluateAll((rows) =>
          rows.map((row) => [row.querySelector('dt')?.textContent ?? '', row.querySelector('dd bdi')?.textContent ?? ''] as const),
        );
      return new Map(pairs);
    },
  };
}
