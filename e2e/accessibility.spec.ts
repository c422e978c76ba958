import { expectedFields } from '@daricheh/agencies/expected';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { becomeCitizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { openTax } from './screens/tax.ts';
import { openWalletScreen } from './screens/wallet.ts';
import { typeByHand } from './type-by-hand.ts';

const person = getLetterPerson('mahin-daneshvar');
const mostStops = 60;

/** Presses Tab until the focus stands on what `name` names, and no further than a patient person would. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').textContent())?.trim() === name) return;
  }
  throw new Error(`Tab does not reach "${name}".`);
}

/** “No” has the focus when the window opens; what it asks for stands before it, in the window that signs with “later” in between. */
const stopsBack = { present: 1, sign: 2 } as const;

async function sayYes(window: ConsentScreen, question: 'present' | 'sign'): Promise<void> {
  for (let stops = 0; stops < stopsBack[question]; stops += 1) await window.page.keyboard.press('Shift+Tab');
  await expect(window.button(question)).toBeFocused();
  await window.page.keyboard.press('Enter');
}

const wayToReceipt = { fa: 'رسید (PDF) و ذخیرهٔ آن', en: 'Receipt (PDF), to save or print' } as const;

for (const language of ['fa', 'en'] as const) {
  test(`unlocking, signing in and signing go by keyboard alone, and the kit has no barriers (${language})`, async ({ wallet, world }) => {
    test.setTimeout(120_000);
    const citizen = await becomeCitizen({ wallet, world, person, language });
    await receiveDocuments(citizen);
    const { page } = citizen;
    const screen = openWalletScreen(page, language);
    await page.bringToFront();
    await tabTo(page, screen.words.lock);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: screen.words.unlock })).toBeVisible();
    await tabTo(page, screen.words.unlock);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation')).toBeVisible();

    const site = await wallet.context.newPage();
    const tax = openTax(site, world, language);
    await tax.openHome();
    await tabTo(site, (await tax.signInButton.textContent()) ?? '');
    const asked = await openConsent(citizen, () => site.keyboard.press('Enter'));
    await expect(asked.button('present')).toBeEnabled();
    await sayYes(asked, 'present');
    await asked.expectEnd('shown');
    await expect(tax.signedInName).toBeVisible();

    await tax.openReturn();
    await typeByHand(site, expectedFields.tax(person, { language, isSignedIn: true }));
    await tabTo(site, (await tax.signButton.textContent()) ?? '');
    const review = await openConsent(citizen, () => site.keyboard.press('Enter'));
    await expect(review.button('sign')).toBeEnabled();
    await sayYes(review, 'sign');
    await review.expectEnd('signed');
    await expect(tax.receiptCard).toBeFocused();
    expect(await findBarriers(site)).toEqual([]);
    await tabTo(site, wayToReceipt[language]);
    await site.keyboard.press('Enter');
    // The wallet's own tab: the case has the focus, and its receipt is open.
    await expect(page).toHaveURL(/#\/cases\/[\w-]+\/receipt$/);
    await expect(page.getByRole('article').first()).toBeFocused();
    await expect(page.getByText(screen.words.receiptValid)).toBeVisible();
  });
}
