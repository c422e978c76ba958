import type { Locator, Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';

/** The transport department: English, and knows nothing of wallets. */
export type TransportScreen = {
  openRenewal(): Promise<void>;
  send(): Promise<void>;
  readonly caseNumber: Locator;
};

export function openTransport(page: Page, { demo }: RunningWorld): TransportScreen {
  return {
    openRenewal: async () => void (await page.goto(`${demo.agencies.transport.origin}/renew`)),
    send: () => page.getByRole('button', { name: 'Send renewal' }).click(),
    caseNumber: page.locator('[data-case-number]'),
  };
}
