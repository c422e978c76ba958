import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    documents: 'مدارک',
    facts: 'گفته‌های من',
    cases: 'پرونده‌ها',
    services: 'خدمات',
    history: 'تاریخچه',
    settings: 'تنظیمات',
    add: 'افزودن',
    what: 'چه چیز',
    save: 'ذخیره',
    identity: 'شناسنامهٔ دیجیتال',
    signing: 'گواهی امضا',
    details: 'همهٔ مشخصات',
    showReceipt: 'دیدن رسید',
    receiptValid: 'مهر این رسید درست است و به همان چیزی است که امضا کردید.',
    refresh: 'تازه کن',
    inReview: 'در دست بررسی',
    lock: 'قفل کن',
    unlock: 'باز کردن با کلید عبور',
    received: 'رسیده',
    askErasure: 'درخواست پاک شدن نزد این نهاد…',
    confirmErasure: 'بله، بخواه پاک کنند',
    erasureRequested: 'خواستید پاک شود',
    erased: 'نزد آن نهاد پاک شد',
  },
  en: {
    documents: 'Documents',
    facts: 'My facts',
    cases: 'Cases',
    services: 'Services',
    history: 'History',
    settings: 'Settings',
    add: 'Add',
    what: 'What',
    save: 'Save',
    identity: 'Digital identity',
    signing: 'Signing certificate',
    details: 'All details',
    showReceipt: 'Show receipt',
    receiptValid: 'The seal on this receipt is valid, and it is for exactly what you signed.',
    refresh: 'Refresh',
    inReview: 'In review',
    lock: 'Lock now',
    unlock: 'Unlock with your passkey',
    received: 'Received',
    askErasure: 'Ask to erase at this agency…',
    confirmErasure: 'Yes, ask them to erase it',
    erasureRequested: 'You asked to have this erased',
    erased: 'The agency erased this case',
  },
} as const;

type Section = 'documents' | 'facts' | 'cases' | 'services' | 'history' | 'settings';

/** The wallet in its tab. */
export type WalletScreen = {
  readonly words: (typeof words)[Language];
  openSection(section: Section): Promise<void>;
  document(kind: 'identity' | 'signing'): Locator;
  /** States a fact that no document holds, in the words of the citizen. */
  declare(datum: FieldId, value: string): Promise<void>;
  caseCard(title: string): Locator;
  readonly ledgerRows: Locator;
};

export function openWalletScreen(page: Page, language: Language): WalletScreen {
  const text = words[language];
  return {
    words: text,
    openSection: async (section) => {
      await page.getByRole('navigation').getByRole('link', { name: text[section] }).click();
      await expect(page.getByRole('heading', { level: 1, name: text[section] })).toBeVisible();
    },
    document: (kind) => page.getByRole('article', { name: text[kind] }),
    declare: (datum, value) => declare(page, { datum, value, language }),
    caseCard: (title) => page.getByRole('article', { name: title }),
    ledgerRows: page.locator('.ledger-row'),
  };
}

async function declare(
  page: Page,
  { datum, value, language }: { readonly datum: FieldId; readonly value: string; readonly language: Language },
): Promise<void> {
  const text = words[language];
  const field = getField(datum);
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await page.getByRole('button', { name: text.add, exact: true }).click();
  await choose(text.what, field[language]);
  const options = field.choices;
  if (options) await choose(field[language], options[value]?.[language] ?? value);
  else await dialog.getByRole('textbox', { name: field[language], exact: true }).fill(value);
  await dialog.getByRole('button', { name: text.save }).click();
  await expect(dialog).toBeHidden();
}
