import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';
import type { Language } from './onboarding.ts';

export type CounterId = 'licence' | 'tax' | 'residents' | 'university' | 'companies';

/** An agency's counter for documents, in the visitor's language. */
export type CounterScreen = {
  readonly page: Page;
  openHome(): Promise<void>;
  openDocuments(): Promise<void>;
  openOffice(): Promise<void>;
  readonly signInLink: Locator;
  readonly signedInName: Locator;
  readonly records: Locator;
  /** Asks for the document of a type that stands at `index` there, and gives the link by which the wallet takes it. */
  reachOffer(type: DocumentTypeId, index?: number): Promise<Locator>;
  /** The code that comes another way than the link. */
  readSecondCode(): Promise<string>;
};

export function openCounter(page: Page, { demo }: RunningWorld, id: CounterId, language: Language): CounterScreen {
  const { origin } = demo.agencies[id];
  const goTo = async (path: string) => void (await page.goto(`${origin}${path}?lang=${language}`));
  return {
    page,
    openHome: () => goTo('/'),
    openDocuments: () => goTo('/documents'),
    openOffice: () => goTo('/documents/office'),
    signInLink: page.locator('[data-sign-in]'),
    signedInName: page.locator('[data-signed-in]'),
    records: page.locator('[data-record]'),
    reachOffer: async (type, index = 0) => {
      await goTo('/documents');
      await page.locator(`[data-type="${type}"] button`).nth(index).click();
      const link = page.locator('[data-offer]');
      await expect(link).toHaveAttribute('href', /^openid-credential-offer:/);
      return link;
    },
    readSecondCode: async () => (await page.locator('[data-second-code]').textContent()) ?? '',
  };
}

/** At an agency's page to which the wallet leads: gives it the first of the documents there. */
export async function giveFirstDocument(page: Page): Promise<void> {
  await page.locator('form.record button').first().click();
}
