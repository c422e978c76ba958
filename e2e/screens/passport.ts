import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';

/** The passport office: English only, one question a page. */
export type PassportScreen = {
  /** From the start page to the link that the wallet catches. */
  reachSignInLink(): Promise<Locator>;
  /** From the start page to the first question about a child, without signing in. */
  beginForChild(): Promise<void>;
  readonly signedInName: Locator;
  /** Paths of the questions, in their order. */
  readonly questions: readonly string[];
  expectQuestion(path: string): Promise<void>;
  goOn(): Promise<void>;
  readonly signButton: Locator;
  readonly caseNumber: Locator;
};

const questions = ['name', 'date-of-birth', 'national-id', 'place-of-birth', 'sex', 'address', 'phone', 'email'].map(
  (name) => `/apply/${name}`,
);

export function openPassport(page: Page, { demo }: RunningWorld): PassportScreen {
  const { origin } = demo.agencies.passport;
  return {
    reachSignInLink: async () => {
      await page.goto(`${origin}/`);
      await page.getByRole('button', { name: 'Start now' }).click();
      const link = page.getByRole('button', { name: 'Sign in with your wallet' });
      await expect(link).toHaveAttribute('href', /^openid4vp:/);
      return link;
    },
    beginForChild: async () => {
      await page.goto(`${origin}/`);
      await page.getByRole('link', { name: 'Apply for a child' }).click();
      await page.getByRole('link', { name: 'Continue without a wallet' }).click();
      await expect(page.getByRole('heading', { name: 'What is the child’s name?' })).toBeVisible();
    },
    signedInName: page.locator('[data-signed-in]'),
    questions,
    expectQuestion: async (path) => void (await expect(page).toHaveURL(`${origin}${path}`)),
    goOn: () => page.getByRole('button', { name: 'Continue' }).click(),
    signButton: page.getByRole('button', { name: 'Review and sign in your wallet' }),
    caseNumber: page.locator('[data-case-number]'),
  };
}
