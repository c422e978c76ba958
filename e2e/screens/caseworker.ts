import type { LoadedAgency } from '@daricheh/scripts/demo';
import { expect, type Locator, type Page } from '@playwright/test';
import { addAuthenticator } from '../authenticator.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    name: 'نام شما، چنان که همکاران می‌بینند',
    enrol: 'ساختن کلید عبور',
    signOut: 'خروج',
    signIn: 'ورود با کلید عبور',
    verified: 'امضای درست',
    unsigned: 'بی‌امضا',
    take: 'شروع بررسی',
    approve: 'پذیرفتن',
    erase: 'پاک کردن پرونده…',
    confirmErasure: 'برای همیشه پاک کن',
  },
  en: {
    name: 'Your name, as colleagues will see it',
    enrol: 'Make a passkey',
    signOut: 'Sign out',
    signIn: 'Sign in with a passkey',
    verified: 'Verified',
    unsigned: 'Unsigned',
    take: 'Take into review',
    approve: 'Approve',
    erase: 'Erase the case…',
    confirmErasure: 'Erase for good',
  },
} as const;

/** The desk of an agency's caseworkers. */
export type CaseworkerScreen = {
  readonly words: (typeof words)[Language];
  /** Enrols by a one-time code, and signs in once more with the passkey made. */
  enrol(name: string, code: string): Promise<void>;
  row(caseNumber: string): Locator;
  openCase(caseNumber: string): Promise<void>;
  /** The answers of an open case: label and value. */
  readAnswers(): Promise<ReadonlyMap<string, string>>;
  /** Names of the checks that hold. */
  listHolding(): Promise<readonly string[]>;
  readonly state: Locator;
  press(action: 'take' | 'approve'): Promise<void>;
  /** Grants what a citizen asked for; `look` sees the page that asks once more. */
  erase(caseNumber: string, look: () => Promise<void>): Promise<void>;
};

export function openCaseworker(page: Page, agency: LoadedAgency, language: Language): CaseworkerScreen {
  const text = words[language];
  const desk = `${agency.origin}/daricheh/caseworker`;
  return {
    words: text,
    enrol: async (name, code) => {
      await addAuthenticator(page, { hasPrf: false });
      await page.goto(`${desk}/enrol?code=${code}&lang=${language}`);
      await page.getByLabel(text.name).fill(name);
      await page.getByRole('button', { name: text.enrol }).click();
      await page.getByRole('button', { name: text.signOut }).click();
      await page.getByRole('button', { name: text.signIn }).click();
      await expect(page).toHaveURL(desk);
      await expect(page.getByText(name)).toBeVisible();
    },
    row: (caseNumber) => page.locator(`tr[data-case="${caseNumber}"]`),
    openCase: async (caseNumber) => {
      await page.goto(desk);
      await page.locator(`tr[data-case="${caseNumber}"]`).getByRole('link').click();
      await expect(page.locator('[data-case-number]')).toHaveText(caseNumber);
    },
    readAnswers: async () => {
      const pairs = await page
        .locator('.columns .lines > div')
        .evaluateAll((rows) =>
          rows.map((row) => [row.querySelector('dt')?.textContent ?? '', row.querySelector('bdi')?.textContent ?? ''] as const),
        );
      return new Map(pairs);
    },
    listHolding: () => page.locator('.steps .holds').evaluateAll((steps) => steps.map((step) => step.getAttribute('data-step') ?? '')),
    state: page.locator('.heading [data-state]'),
    erase: async (caseNumber, look) => {
      await page.goto(`${desk}?show=erasure`);
      await page.locator(`tr[data-case="${caseNumber}"]`).getByRole('link').click();
      await page.getByRole('link', { name: text.erase }).click();
      await look();
      await page.getByRole('button', { name: text.confirmErasure }).click();
      await expect(page.locator('[data-erasure="erased"]')).toBeVisible();
    },
    press: (action) => page.getByRole('button', { name: text[action], exact: true }).click(),
  };
}
