import { getLetterPerson, listChildren, type Person } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { getEnrolmentCode } from './back-end.ts';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { readCaseNumber } from './citizen-acts.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openCaseworker } from './screens/caseworker.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { openPassport } from './screens/passport.ts';
import { openRegistry } from './screens/registry.ts';
import { openWalletScreen } from './screens/wallet.ts';

const mother = getLetterPerson('momeneh-agahi');
const [child = mother] = listChildren(mother);

/** Answers the passport office's questions about the child, and has the application reviewed in the wallet's window. */
async function applyFor({ claims }: Person, citizen: Citizen, site: Page): Promise<ConsentScreen> {
  const passport = openPassport(site, citizen.world);
  await passport.beginForChild();
  const [year = '', month = '', day = ''] = claims.birthdate.split('-');
  const { address } = mother.claims;
  const answers: Readonly<Record<string, string>> = {
    ...{ 'given-names': claims.given_name_latin ?? '', surname: claims.family_name_latin ?? '' },
    ...{ 'dob-day': day, 'dob-month': month, 'dob-year': year },
    ...{ 'national-id': claims.national_id, 'place-of-birth': claims.place_of_birth.locality },
    ...{ 'street-address': address.street_address, city: address.locality, postcode: address.postal_code },
    ...{ phone: mother.claims.phone_number, email: mother.claims.email },
  };
  for (const question of passport.questions) {
    await passport.expectQuestion(question);
    for (const [name, value] of Object.entries(answers)) {
      const control = site.locator(`[name="${name}"]`);
      if ((await control.count()) > 0) await control.fill(value);
    }
    if (question.endsWith('/sex')) await site.getByLabel('Female').check();
    await passport.goOn();
  }
  return openConsent(citizen, () => passport.signButton.click());
}

test('a mother signs for her child under a mandate, and not without one', async ({ wallet, world }) => {
  test.setTimeout(180_000);
  const citizen = await becomeCitizen({ wallet, world, person: mother, language: 'fa' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  await test.step('without a mandate the window says what to do, and signs nothing', async () => {
    const window = await applyFor(child, citizen, site);
    await expect(window.heading).toHaveText('این فرم دربارهٔ کس دیگری است');
    await expect(window.button('sign')).toHaveCount(0);
    expect(await findBarriers(window.page)).toEqual([]);
    await window.page.close();
  });
  await test.step('the registry gives the mandate, which lies among the documents', async () => {
    const registry = await wallet.context.newPage();
    const offer = await openRegistry(registry, world, 'fa').reachMandate(mother, child);
    const window = await openConsent(citizen, () => offer.click());
    await expect(window.button('receive')).toBeEnabled();
    await window.approve('receive');
    await window.expectEnd('received');
    await window.close();
    await registry.close();
    await citizen.page.bringToFront();
    await openWalletScreen(citizen.page, 'fa').openSection('documents');
    await expect(citizen.page.getByRole('article', { name: 'گواهی نمایندگی' })).toContainText(`از طرف \u2068${child.claims.given_name}`);
    expect(await findBarriers(citizen.page)).toEqual([]);
  });
  const caseNumber = await test.step('the window says in whose place she signs', async () => {
    await site.bringToFront();
    const window = await openConsent(citizen, () => openPassport(site, world).signButton.click());
    await expect(window.button('sign')).toBeEnabled();
    await expect(window.page.getByText(/^از طرف .* امضا می‌کنید، به عنوان پدر یا مادر$/)).toBeVisible();
    expect((await window.readAnswers()).get('کد ملی او')).toBe(toPersian(child.claims.national_id));
    expect(await findBarriers(window.page)).toEqual([]);
    await window.approve('sign');
    await window.expectEnd('signed');
    await window.close();
    return readCaseNumber(openPassport(site, world).caseNumber);
  });
  await test.step('the wallet says it of the case, in either language, and the receipt holds', async () => {
    const { page } = citizen;
    await page.bringToFront();
    await openWalletScreen(page, 'fa').openSection('history');
    await expect(page.locator('.ledger-row').first()).toContainText(`از طرف \u2068${child.claims.given_name}`);
    await openWalletScreen(page, 'fa').openSection('settings');
    await page.getByText('English', { exact: true }).click();
    await expect(page.locator('html[lang=en] h1')).toBeVisible();
    const screen = openWalletScreen(page, 'en');
    await screen.openSection('cases');
    const card = screen.caseCard('Passport application');
    await expect(card).toContainText(/On behalf of .*, as parent/);
    await card.getByRole('button', { name: screen.words.showReceipt }).click();
    await expect(card).toContainText(screen.words.receiptValid);
    await expect(card).toContainText('The mandate is not revoked');
    expect(await findBarriers(page)).toEqual([]);
  });
  await test.step('the caseworker reads who signed for whom', async () => {
    const desk = await wallet.context.newPage();
    const caseworker = openCaseworker(desk, world.demo.agencies.passport, 'en');
    await caseworker.enrol('Parvin Ahmadi', await getEnrolmentCode(desk, world.demo.agencies.passport));
    await caseworker.openCase(caseNumber);
    await expect(desk.locator('main')).toContainText(`${child.claims.given_name} ${child.claims.family_name}`);
    expect(await caseworker.listHolding()).toEqual(expect.arrayContaining(['mandate', 'mandate-status']));
  });
});

function toPersian(digits: string): string {
  return digits.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);
}
