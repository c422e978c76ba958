import type { Person } from '@daricheh/agencies/people';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: {
    submit: 'ادامه',
    letter: 'این نامه را برمی‌دارم',
    take: 'گرفتن در کیف',
    mandate: 'گرفتن گواهی نمایندگی',
    mandateReady: 'گواهی نمایندگی آماده است',
  },
  en: {
    submit: 'Continue',
    letter: 'Use this letter',
    take: 'Take into my wallet',
    mandate: 'Get the mandate',
    mandateReady: 'Your mandate is ready',
  },
} as const;

/** The civil registry, where the letter's code is turned into a link to both documents. */
export type RegistryScreen = {
  /** Identifies `person` by their letter and stops at the link that the wallet catches. */
  reachOffer(person: Person): Promise<Locator>;
  /** The same for the mandate by which `person` acts for a child. */
  reachMandate(person: Person, child: Person): Promise<Locator>;
};

export function openRegistry(page: Page, { demo }: RunningWorld, language: Language): RegistryScreen {
  const text = words[language];
  const reachOffer = async (person: Person): Promise<Locator> => {
    await page.goto(`${demo.agencies['civil-registry'].origin}/identity?lang=${language}`);
    await page.locator(`#letter-${person.id}`).getByRole('button', { name: text.letter }).click();
    await expect(page.locator('[name=national_id]')).toHaveValue(person.claims.national_id);
    await page.getByRole('button', { name: text.submit, exact: true }).click();
    return findLink();
  };
  const findLink = async (): Promise<Locator> => {
    const link = page.getByRole('link', { name: text.take });
    await expect(link).toHaveAttribute('href', /^openid-credential-offer:/);
    return link;
  };
  return {
    reachOffer,
    reachMandate: async (person, { claims }) => {
      await reachOffer(person);
      await page.locator(`[data-record^="${claims.national_id}"]`).getByRole('button', { name: text.mandate }).click();
      await expect(page.getByRole('heading', { name: text.mandateReady })).toBeVisible();
      return findLink();
    },
  };
}
