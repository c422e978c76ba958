import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openWalletScreen } from './screens/wallet.ts';

// Documents of other agencies: signing in with the identity, taking the document, and what is there to be seen of it.

const person = getLetterPerson('sara-rezaei');

/** Signs in at an agency's counter with the identity, by the link on its page. */
async function signInAtCounter(citizen: Citizen, agency: 'licence'): Promise<Page> {
  const site = await citizen.wallet.context.newPage();
  await site.goto(`${citizen.world.demo.agencies[agency].origin}/documents`);
  expect(await findBarriers(site)).toEqual([]);
  const window = await openConsent(citizen, () => site.locator('[data-sign-in]').click());
  await window.approve('present');
  await expect(site.locator('[data-signed-in]')).toHaveText('سارا رضایی');
  return site;
}

test('a driving licence is taken from the agency that owns it', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'fa' });
  await receiveDocuments(citizen);
  const site = await signInAtCounter(citizen, 'licence');
  await expect(site.locator('[data-record]')).toHaveCount(3);
  expect(await findBarriers(site)).toEqual([]);
  await site.locator('[data-type="driving-licence"] button').click();
  const window = await openConsent(citizen, () => site.locator('[data-offer]').click());
  await window.approve('receive');
  await window.expectEnd('received');
  await window.close();
  await citizen.page.bringToFront();
  const screen = openWalletScreen(citizen.page, 'fa');
  await screen.openSection('documents');
  await expect(citizen.page.getByText('گواهینامهٔ رانندگی').first()).toBeVisible();
});
