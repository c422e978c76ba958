import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    keep: 'بعداً، همراه با فرم‌های دیگر',
    kept: 'منتظر امضا ماند',
    title: 'منتظر امضا',
    signAll: /^امضای همه/,
    approve: /^امضا و فرستادن \(/,
    received: 'رسید',
    unsent: 'نرسیده، محفوظ',
    sendAgain: 'دوباره بفرست',
    close: 'بستن',
  },
  en: {
    keep: 'Later, with other forms',
    kept: 'It waits to be signed',
    title: 'Waiting to be signed',
    signAll: /^Sign all/,
    approve: /^Sign and send \(/,
    received: 'Received',
    unsent: 'Kept, not received',
    sendAgain: 'Send again',
    close: 'Close',
  },
} as const;

/** Keeps the form that is under review, to be signed with others, and closes its window. */
export async function keepForLater(page: Page, language: Language): Promise<void> {
  const text = words[language];
  await page.getByRole('button', { name: text.keep }).click();
  await expect(page.getByRole('heading', { level: 1, name: text.kept })).toBeVisible();
  await page.close();
}

/** The forms that wait, in the wallet's tab or beside a page. */
export type WaitingList = {
  readonly card: Locator;
  readonly rows: Locator;
  readonly signAllButton: Locator;
  readonly sendAgainButton: Locator;
};

export function findWaitingList(page: Page, language: Language): WaitingList {
  const text = words[language];
  const card = page.locator('section.card').filter({ has: page.getByRole('heading', { name: text.title }) });
  return {
    card,
    rows: card.getByRole('article'),
    signAllButton: card.getByRole('button', { name: text.signAll }),
    sendAgainButton: page.getByRole('button', { name: text.sendAgain }),
  };
}

/** The window in which several forms are read and signed with one gesture. */
export type BatchScreen = {
  readonly forms: Locator;
  readonly approveButton: Locator;
  /** The row of one form, once all are signed. */
  result(title: string): Locator;
  readonly words: (typeof words)[Language];
};

export function openBatchScreen(page: Page, language: Language): BatchScreen {
  const text = words[language];
  return {
    forms: page.locator('section.card').filter({ has: page.getByRole('checkbox') }),
    approveButton: page.getByRole('button', { name: text.approve }),
    result: (title) => page.locator('.list-row').filter({ hasText: title }),
    words: text,
  };
}
