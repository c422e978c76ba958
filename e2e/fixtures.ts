import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { launchWallet, type WalletBrowser } from './browser.ts';

type Fixtures = { readonly wallet: WalletBrowser };

/**
 * A test with a browser of its own, wallet installed. It fails, too, when a page of the wallet breaks its own policy or
 * throws what nobody caught.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  wallet: async ({}, use) => {
    const wallet = await launchWallet();
    const faults = watchFaults(wallet);
    await use(wallet);
    await wallet.close();
    expect(faults).toEqual([]);
  },
});

export { expect };

/** Gathers, as they come, what a page of the wallet throws and nobody catches, and what its own policy forbids. */
export function watchFaults(wallet: WalletBrowser): readonly string[] {
  const faults: string[] = [];
  wallet.context.on('weberror', (fault) => faults.push(fault.error().message));
  wallet.context.on('console', (message) => {
    if (message.type() === 'error' && message.page()?.url().startsWith(wallet.origin)) faults.push(message.text());
  });
  return faults;
}

/** What axe finds serious or worse on a page, by rule and element. */
export async function findBarriers(page: Page): Promise<string[]> {
  // In its other mode axe opens a tab for each page that it looks at, which Chromium 156 sometimes fails to (2026-11-28).
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
