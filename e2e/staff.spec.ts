import type { Browser, Page } from '@playwright/test';
import { launchPlainBrowser } from './browser.ts';
import { test as base, expect } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openDesk } from './screens/desk.ts';

/** A browser without the wallet: a caseworker needs none. */
const test = base.extend<{ readonly plain: Browser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  plain: async ({}, use) => {
    const browser = await launchPlainBrowser();
    await use(browser);
    await browser.close();
  },
});

test('two administrators: one loses the passkey, the other helps, and the record has both names', async ({ plain, world }) => {
  const agency = world.demo.agencies.municipality;
  /** Each person's browser has cookies of its own. */
  const open = async (): Promise<Page> => (await plain.newContext()).newPage();
  const mina = await openDesk(await open(), agency, 'fa');
  await mina.enrol('مینا', agency.enrolmentCode);
  await mina.openStaff();
  await expect(mina.oneAdministrator).toBeVisible();
  const invitation = await mina.invite('administrator');

  const omid = await openDesk(await open(), agency, 'en');
  await omid.enrolBy(invitation, 'Omid');
  await omid.openAccount();
  await omid.addPasskey('My phone');
  await expect(omid.passkeys).toHaveCount(2);
  expect(await findBarriers(omid.page)).toEqual([]);

  await mina.openStaff();
  await expect(mina.oneAdministrator).toBeHidden();
  expect(await findBarriers(mina.page)).toEqual([]);
  const link = await mina.recover('Omid');
  expect(await findBarriers(mina.page)).toEqual([]);

  const anew = await openDesk(await open(), agency, 'en');
  await anew.recoverBy(link);
  await anew.openAccount();
  await expect(anew.passkeys).toHaveCount(1);
  await omid.page.reload();
  await expect(omid.page).toHaveURL(/\/sign-in$/);

  await mina.openRecord();
  await expect(mina.record('recovered')).toContainText('مینا');
  await expect(mina.record('recovered')).toContainText('Omid');
  expect(await findBarriers(mina.page)).toEqual([]);
});

for (const language of ['fa', 'en'] as const) {
  test(`what programmers read about the API has no barriers (${language})`, async ({ plain, world }) => {
    const page = await (await plain.newContext()).newPage();
    await page.goto(`${world.demo.agencies.tax.origin}/daricheh/docs?lang=${language}`);
    await expect(page.locator(`html[lang=${language}] h1`)).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });
}
