import type { Locator, Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: { signIn: 'ورود با کیف دریچه', open: /باز کردن اظهارنامه/, sign: 'بازبینی و امضا در کیف', plain: 'فرستادن بی‌امضا' },
  en: {
    signIn: 'Sign in with your Daricheh wallet',
    open: /Open the return/,
    sign: 'Review and sign in your wallet',
    plain: 'Send unsigned',
  },
} as const;

/** The tax administration, which speaks the visitor's language. */
export type TaxScreen = {
  openHome(): Promise<void>;
  readonly signInButton: Locator;
  readonly signedInName: Locator;
  openReturn(): Promise<void>;
  readonly signButton: Locator;
  readonly plainButton: Locator;
  readonly receiptCard: Locator;
  readonly statusLine: Locator;
};

export function openTax(page: Page, { demo }: RunningWorld, language: Language): TaxScreen {
  const { origin } = demo.agencies.tax;
  const text = words[language];
  return {
    openHome: async () => void (await page.goto(`${origin}/?lang=${language}`)),
    signInButton: page.getByRole('button', { name: text.signIn }),
    signedInName: page.locator('[data-signed-in]'),
    openReturn: async () => void (await page.goto(`${origin}/return?lang=${language}`)),
    signButton: page.getByRole('button', { name: text.sign }),
    plainButton: page.getByRole('button', { name: text.plain }),
    receiptCard: page.locator('.daricheh-receipt'),
    statusLine: page.locator('.daricheh-status'),
  };
}
