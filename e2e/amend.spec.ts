import { getLetterPerson } from '@daricheh/agencies/people';
import { becomeCitizen, receiveDocuments } from './citizen.ts';
import { readCaseNumber, writeReturn } from './citizen-acts.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openBatchScreen } from './screens/batch.ts';
import { openConsent } from './screens/consent.ts';
import { openTax, type TaxScreen } from './screens/tax.ts';
import { openWalletScreen } from './screens/wallet.ts';

const person = getLetterPerson('arash-kabiri');
const language = 'fa';

test('a form that was sent is amended from the wallet, and then withdrawn', async ({ wallet, world }) => {
  test.setTimeout(180_000);
  const citizen = await becomeCitizen({ wallet, world, person, language });
  const { page } = citizen;
  await receiveDocuments(citizen);
  /** Signs what stands in the form; the case number. */
  const sign = async (tax: TaxScreen, look: (window: typeof page) => Promise<void>): Promise<string> => {
    const window = await openConsent(citizen, () => tax.signButton.click());
    await expect(window.button('sign')).toBeEnabled();
    await look(window.page);
    await window.approve('sign');
    await window.expectEnd('signed');
    await window.close();
    return readCaseNumber(tax.receiptCard.locator('dd bdi').first());
  };
  const site = await wallet.context.newPage();
  const tax = openTax(site, world, language);
  await tax.openReturn();
  await writeReturn(site, person);
  const first = await sign(tax, async (window) => void (await expect(window.getByText('این فرم جای پروندهٔ')).toHaveCount(0)));
  await page.bringToFront();
  await openWalletScreen(page, language).openSection('cases');
  /** The card whose own number that is: others may name it too. */
  const cardOf = (number: string) =>
    page.locator('article.case').filter({ has: page.locator('.case-facts > :first-child', { hasText: number }) });

  const second = await test.step('the page opens with what was sent, and the window says what it is and what has changed', async () => {
    await cardOf(first).getByRole('button', { name: 'اصلاح…' }).click();
    await expect(cardOf(first)).toContainText('این پرونده را اصلاح می‌کنید؟');
    expect(await findBarriers(page)).toEqual([]);
    const opening = wallet.context.waitForEvent('page');
    await cardOf(first).getByRole('button', { name: 'باز کردن فرم' }).click();
    const opened = await opening;
    await opened.getByRole('button', { name: 'ادامه می‌دهم' }).click();
    await expect(opened.locator('[name=national_code]')).not.toHaveValue('');
    await opened.locator('[name=deductions]').fill('777');
    return sign(openTax(opened, world, language), async (window) => {
      await expect(window.getByText(`این فرم جای پروندهٔ ${first} را می‌گیرد`)).toBeVisible();
      await expect(window.locator('.notice').filter({ hasText: first })).toContainText('۷۷۷');
      expect(await findBarriers(window)).toEqual([]);
    });
  });
  await page.bringToFront();
  await expect(cardOf(first)).toContainText(`پروندهٔ ${second} جای آن را گرفت`);
  await expect(cardOf(first).getByRole('button', { name: 'پس گرفتن…' })).toHaveCount(0);

  await test.step('a withdrawal is read and signed in the wallet’s own window, without any page', async () => {
    await cardOf(second).getByRole('button', { name: 'پس گرفتن…' }).click();
    const { page: window } = await openConsent(citizen, () =>
      cardOf(second).getByRole('button', { name: 'خواندن و امضای انصراف' }).click(),
    );
    const screen = openBatchScreen(window, language);
    await expect(screen.forms).toHaveCount(1);
    await expect(screen.forms).toContainText(second);
    await expect(window.getByText('به این نهاد داده می‌شود')).toBeVisible();
    await expect(screen.approveButton).toBeEnabled();
    expect(await findBarriers(window)).toEqual([]);
    await screen.approveButton.click();
    await expect(screen.result('انصراف از')).toContainText(screen.words.received, { timeout: 15_000 });
    await window.close();
  });
  await page.bringToFront();
  await expect(cardOf(second)).toContainText('پس گرفته شد');
  await expect(page.getByRole('article', { name: /^انصراف از/ })).toContainText(`انصراف از پروندهٔ ${second}`);
  expect(await findBarriers(page)).toEqual([]);
});
