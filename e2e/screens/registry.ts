import type { Person } from '@daricheh/agencies/people';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningWorld } from '../demo.ts';
import type { Language } from './onboarding.ts';

const words = {
  fa: { submit: 'ادامه', letter: 'این نامه را برمی‌دارم', take: 'گرفتن در کیف' },
  en: { submit: 'Continue', letter: 'Use this letter', take: 'Take into my wallet' },
} as const;

/** The civil registry, where the letter's code is turned into a link to both documents. */
export type RegistryScreen = {
  /** Identifies `person` by their letter and stops at the link that the wallet catches. */
  reachOffer(person: Person): Promise<Locator>;
};

export function openRegistry(page: Page, { demo }: RunningWorld, language: Language): RegistryScreen {
  const text = words[language];
  return {
    reachOffer: async (person) => {
      await page.goto(`${demo.agencies['civil-registry'].origin}/identity?lang=${language}`);
      await page.locator(`#letter-${person.id}`).getByRole('button', { name: text.letter }).click();
      await expect(page.locator('[name=national_id]')).toHaveValue(person.claims.national_id);
      await page.getByRole('button', { name: text.submit, exact: true }).click();
      const link = page.getByRole('link', { name: text.take });
      await expect(link).toHaveAttribute('href', /^openid-credential-offer:/);
      return link;
    },
  };
}
