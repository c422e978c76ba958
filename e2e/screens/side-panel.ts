import { expect, type Locator, type Page } from '@playwright/test';
import type { WalletBrowser } from '../browser.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: { fill: /^پر کن/, undo: 'برگردان به پیش', skipped: /^پر نمی‌شود/, filled: /خانه پر شد$/, all: 'همه', why: /^چرا «/ },
  en: { fill: /^Fill \(/, undo: 'Put it back', skipped: /^Not filled/, filled: /filled$/, all: 'All', why: /^Why “/ },
} as const;

/** The panel beside a page, opened as a tab about the tab of that page. */
export type SidePanelScreen = {
  readonly page: Page;
  /** The box of the field that the page calls `label`. */
  line(label: string): Locator;
  readonly lines: Locator;
  /** Writes what is ticked and waits for the word on what was written. */
  fill(): Promise<void>;
  readonly fillButton: Locator;
  undo(): Promise<void>;
  /** Labels and reasons of what is not filled. */
  listSkipped(): Promise<readonly string[]>;
  /** Each label of the plan with what would stand there. */
  readPlan(): Promise<ReadonlyMap<string, string>>;
};

export async function openSidePanel(wallet: WalletBrowser, about: Page, language: Language): Promise<SidePanelScreen> {
  const page = await wallet.openSidePanel(about);
  const text = words[language];
  const lines = page.locator('.fill-line');
  const fillButton = page.getByRole('button', { name: text.fill });
  return {
    page,
    lines,
    fillButton,
    line: (label) => lines.filter({ has: page.getByText(label, { exact: true }) }).getByRole('checkbox'),
    fill: async () => {
      await fillButton.click();
      // A page that means to waste time wastes a busy machine's, too.
      await expect(page.getByText(text.filled)).toBeVisible({ timeout: 30_000 });
    },
    undo: () => page.getByRole('button', { name: text.undo }).click(),
    listSkipped: async () => {
      await page.getByText(text.skipped).click();
      return page.locator('.fill-skipped-row').allInnerTexts();
    },
    readPlan: async () => {
      await expect(fillButton).toBeVisible();
      const pairs = await lines.evaluateAll((rows) =>
        rows.map(
          (row) => [row.querySelector('.fill-label')?.textContent ?? '', row.querySelector('.fill-value')?.textContent ?? ''] as const,
        ),
      );
      return new Map(pairs);
    },
  };
}
