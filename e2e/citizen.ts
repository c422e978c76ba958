import type { Person } from '@daricheh/agencies/people';
import { expect, type Page } from '@playwright/test';
import type { Authenticator } from './authenticator.ts';
import type { WalletBrowser } from './browser.ts';
import type { RunningWorld } from './demo.ts';
import { openConsent } from './screens/consent.ts';
import { type Language, onboard } from './screens/onboarding.ts';
import { openRegistry } from './screens/registry.ts';

const words = {
  fa: { allOn: 'همه را روشن کن', toWallet: 'رفتن به کیف' },
  en: { allOn: 'Switch all on', toWallet: 'Go to my wallet' },
} as const;

/** Called at every screen that is worth a look, by a name that orders it. */
export type Look = (name: string, page: Page) => Promise<void>;

/** Somebody with a wallet of their own in a browser of their own. */
export type Citizen = {
  readonly wallet: WalletBrowser;
  readonly world: RunningWorld;
  readonly person: Person;
  readonly language: Language;
  /** The tab in which the vault was made; here alone it can be unlocked by passkey. */
  readonly page: Page;
  readonly authenticator: Authenticator;
  readonly recoveryCode: string;
  readonly look: Look;
};

export type Newcomer = Pick<Citizen, 'wallet' | 'world' | 'person' | 'language'> & { readonly look?: Look };

/** Makes a vault and switches the wallet on for all sites of the trust list. */
export async function becomeCitizen({ look = async () => undefined, ...newcomer }: Newcomer): Promise<Citizen> {
  const { page, authenticator, recoveryCode } = await onboard(newcomer.wallet, { language: newcomer.language, look });
  const text = words[newcomer.language];
  await page.getByRole('button', { name: text.allOn }).click();
  await expect(page.getByRole('button', { name: text.allOn })).toBeHidden();
  await look('onboarding-ready', page);
  await page.getByRole('button', { name: text.toWallet }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  return { ...newcomer, page, authenticator, recoveryCode, look };
}

/** Takes both documents of the civil registry into the wallet. */
export async function receiveDocuments(citizen: Citizen): Promise<void> {
  const { wallet, world, person, language, look } = citizen;
  const site = await wallet.context.newPage();
  const registry = openRegistry(site, world, language);
  const offer = await registry.reachOffer(person);
  await look('registry-offer', site);
  const window = await openConsent(citizen, () => offer.click());
  await expect(window.button('receive')).toBeEnabled();
  await look('consent-receive', window.page);
  await window.approve('receive');
  await window.expectEnd('received');
  await look('consent-received', window.page);
  await window.close();
  await site.close();
}
