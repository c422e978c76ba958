import type { Locator, Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';

/** The municipality: an old Persian portal of tables that knows nothing of wallets. */
export type MunicipalityScreen = {
  openPermit(): Promise<void>;
  /** To the page that shows all answers once more. */
  goOn(): Promise<void>;
  confirm(): Promise<void>;
  readonly caseNumber: Locator;
};

export function openMunicipality(page: Page, { demo }: RunningWorld): MunicipalityScreen {
  return {
    openPermit: async () => void (await page.goto(`${demo.agencies.municipality.origin}/permit`)),
    goOn: () => page.getByRole('button', { name: /^مرحله بعد/ }).click(),
    confirm: () => page.getByRole('button', { name: 'تأیید و ارسال' }).click(),
    caseNumber: page.locator('[data-case-number]'),
  };
}
