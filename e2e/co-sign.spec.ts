import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { launchWallet } from './browser.ts';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers, watchFaults } from './fixtures.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { openWalletScreen } from './screens/wallet.ts';

const [applicant, spouse] = [getLetterPerson('arash-kabiri'), getLetterPerson('sara-rezaei')];

/** Signs the form of that page in the wallet's own window. */
async function sign(citizen: Citizen, site: Page): Promise<ConsentScreen> {
  const window = await openConsent(citizen, () => site.locator('[data-daricheh-sign]').click());
  await expect(window.button('sign')).toBeEnabled();
  return window;
}

test('two people sign one form, each with a wallet of their own, and both get the receipt', async ({ wallet, world, traffic }) => {
  test.setTimeout(300_000);
  const { origin } = world.demo.agencies.tax;
  const other = await launchWallet({ extension: world.extension, proxy: traffic.proxy });
  const faults = watchFaults(other);
  const [first, second] = await Promise.all([
    becomeCitizen({ wallet, world, person: applicant, language: 'fa' }),
    becomeCitizen({ wallet: other, world, person: spouse, language: 'en' }),
  ]);
  await Promise.all([receiveDocuments(first), receiveDocuments(second)]);
  /** What the first signer fills in, signs and is given for the second: the link. */
  const signFirst = async (): Promise<string> => {
    const site = await wallet.context.newPage();
    await site.goto(`${origin}/joint`);
    const answers = {
      first_name: 'آرش',
      national_code: applicant.claims.national_id,
      spouse_name: 'همسر',
      spouse_national_code: spouse.claims.national_id,
    };
    for (const [control, value] of Object.entries(answers)) await site.locator(`[name="${control}"]`).fill(value);
    const window = await sign(first, site);
    await expect(window.page.getByText('به‌عنوان «متقاضی» امضا می‌کنید')).toBeVisible();
    expect(await findBarriers(window.page)).toEqual([]);
    await window.approve('sign');
    await expect(window.page.getByRole('heading', { name: 'امضا شد؛ نوبت «همسر» است' })).toBeVisible({ timeout: 15_000 });
    expect(await findBarriers(window.page)).toEqual([]);
    const text = await window.page.locator('.co-sign-link p').first().textContent();
    await window.close();
    await site.close();
    return (text ?? '').trim();
  };
  const card = openWalletScreen(first.page, 'fa').caseCard('درخواست اظهارنامهٔ مشترک همسران');
  await test.step('the first signs, takes the signature back in the wallet, and its link leads nowhere', async () => {
    const gone = await signFirst();
    await first.page.bringToFront();
    await openWalletScreen(first.page, 'fa').openSection('cases');
    await card.getByRole('button', { name: 'پس گرفتن امضا…' }).click();
    await expect(card.getByText('امضایتان را پس می‌گیرید؟')).toBeVisible();
    expect(await findBarriers(first.page)).toEqual([]);
    await card.getByRole('button', { name: 'بله، پس بگیر' }).click();
    await expect(card).toHaveCount(0);
    const visit = await wallet.context.newPage();
    expect((await visit.goto(gone))?.status()).toBe(404);
    await visit.close();
  });
  const link = await test.step('the first signs anew, and is given a link for the second', signFirst);
  const site = await other.context.newPage();
  await test.step('the link says nothing before the second has shown who they are', async () => {
    await site.emulateMedia({ colorScheme: 'dark' });
    await site.goto(`${link}?lang=en`);
    await expect(site.getByRole('heading', { name: 'The second signature' })).toBeVisible();
    await expect(site.locator('body')).not.toContainText(applicant.claims.national_id);
    expect(await findBarriers(site)).toEqual([]);
    const window = await openConsent(second, () => site.getByRole('link', { name: 'Show your identity document' }).click());
    await expect(window.button('present')).toBeEnabled();
    await window.approve('present');
    await window.expectEnd('shown');
  });
  await test.step('the second sees the whole form and who has signed it, and signs the same', async () => {
    await expect(site.getByText('Applicant: signed on')).toBeVisible();
    await expect(site.getByRole('heading', { name: 'The form is complete' })).toBeHidden();
    expect(await findBarriers(site)).toEqual([]);
    await site.bringToFront();
    const window = await sign(second, site);
    await expect(window.page.getByText('You sign as “Spouse”')).toBeVisible();
    await window.approve('sign');
    await window.expectEnd('signed');
    await window.close();
    await expect(site.getByRole('heading', { name: 'The form is complete' })).toBeVisible();
  });
  await test.step('the first gets the same receipt', async () => {
    await first.page.bringToFront();
    await first.page.getByRole('button', { name: 'تازه کن' }).click();
    await expect(card).toContainText('پروندهٔ');
  });
  expect(faults).toEqual([]);
  await other.close();
});
