import { findDemoFolder, loadDemo } from '@daricheh/scripts/demo';
import type { Page } from '@playwright/test';
import type { WalletBrowser } from './browser.ts';
import type { Language } from './screens/onboarding.ts';
import { openSidePanel, type SidePanelScreen } from './screens/side-panel.ts';
import { makeWallet } from './screens/wallet-data.ts';

const { agencies } = loadDemo(findDemoFolder());
/** The registered address at which the pages of our own making stand, and one of another agency. */
export const origin = agencies.municipality.origin;
export const foreign = agencies.transport.origin;

export const facts = { 'national-id': '9990014043', 'given-name': 'سارا', email: 'sara@example.com' };

export type Opened = { readonly page: Page; readonly panel: SidePanelScreen; readonly home: Page };

type Options = {
  readonly language?: Language;
  readonly facts?: Readonly<Record<string, string>>;
  readonly frames?: Readonly<Record<string, string>>;
  /** The page's origin, for a test whose worker runs a demo of its own. */
  readonly at?: string;
};

/** A page of our own making at a registered address, with the panel beside it. */
export async function openOwnPage(wallet: WalletBrowser, body: string, options: Options = {}): Promise<Opened> {
  const html = (content: string) =>
    `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>آزمون</title><body>${content}</body></html>`;
  const { at = origin } = options;
  const pages = { [`${at}/form`]: body, ...options.frames };
  for (const [url, content] of Object.entries(pages))
    await wallet.context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html(content) }));
  const home = await makeWallet(wallet, {
    facts: options.facts ?? facts,
    origins: [at],
    ...(options.language ? { language: options.language } : {}),
  });
  const page = await wallet.context.newPage();
  await page.goto(`${at}/form`);
  return { page, panel: await openSidePanel(wallet, page, options.language ?? 'fa'), home };
}
