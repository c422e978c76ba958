import type { Locator, Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';

/** The copy of the tax administration on another name. */
export type LookAlikeScreen = {
  openHome(): Promise<void>;
  openReturn(): Promise<void>;
  readonly signInButton: Locator;
  /** Links to a document that nobody should take, and to a request signed for another place. */
  bait(kind: 'offer' | 'request'): Locator;
  /** What became of its question to the wallet: the name of the error, or `taken`. */
  readonly fate: Promise<string | null>;
  readLoot(): Promise<string>;
};

export function openLookAlike(page: Page, { demo }: RunningWorld): LookAlikeScreen {
  const origin = demo.lookAlikeOrigin;
  return {
    openHome: async () => void (await page.goto(`${origin}/`)),
    openReturn: async () => void (await page.goto(`${origin}/return`)),
    signInButton: page.locator('[data-daricheh-sign-in]'),
    bait: (kind) => page.locator(`[data-bait="${kind}"]`),
    get fate() {
      return page.locator('body').getAttribute('data-bait');
    },
    readLoot: () => page.evaluate(async () => (await fetch('/loot')).text()),
  };
}
