import type { Person } from '@daricheh/agencies/people';
import { getField, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { expect, type Page } from '@playwright/test';
import type { WalletBrowser } from '../browser.ts';
import { type Language, onboard } from './onboarding.ts';

/** Asks the background as a page of the wallet does. */
export async function tell(page: Page, daricheh: string, request: unknown): Promise<unknown> {
  const answer: unknown = await page.evaluate((message) => chrome.runtime.sendMessage(message), { daricheh, request });
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: unknown }).value;
}

/** A wallet whose owner has declared these facts, switched on for the origins. What documents say is the journey's matter. */
export async function makeWallet(
  wallet: WalletBrowser,
  options: { readonly facts: Readonly<Record<string, string>>; readonly origins: readonly string[]; readonly language?: Language },
): Promise<Page> {
  const { page } = await onboard(wallet, options.language ? { language: options.language } : {});
  for (const [datum, text] of Object.entries(options.facts)) await tell(page, 'facts/declare', { datum, text });
  for (const origin of options.origins) await tell(page, 'sites/switch', { origin, isEnabled: true });
  return page;
}

/** Everything about a person by the ids of the vocabulary, as if they had said it all themselves. */
export function listFacts({ claims, declared }: Person): Record<string, string> {
  const claimed = listDocumentClaims('identity').flatMap(({ datum, path }) => {
    const value = path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), claims);
    return getField(datum).kind !== 'image' && typeof value === 'string' ? [[datum, value] as const] : [];
  });
  return { ...Object.fromEntries(claimed), ...declared };
}
