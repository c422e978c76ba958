import { readFileSync } from 'node:fs';
import { demoAgencies } from '@daricheh/agencies/agencies';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Demo } from '@daricheh/scripts/demo';
import { errorSentences } from '@daricheh/shared/errors';
import { checkSavedFile } from './check-file.ts';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { writeReturn } from './citizen-acts.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openTax } from './screens/tax.ts';

// The sections of the wallet, in use: documents, facts, cases, services, history.

const person = getLetterPerson('sara-rezaei');

const words = {
  fa: {
    details: 'همهٔ مشخصات',
    remove: 'برداشتن',
    confirm: 'پاک کن',
    empty: 'هنوز مدرکی ندارید',
    sign: 'امضا و فرستادن',
    kept: 'امضا شد، ولی هنوز نرسیده است',
    sendAgain: 'دوباره بفرست',
    receipt: 'رسید شما آماده است',
    reviewAgain: 'بازبینی دوباره',
    showReceipt: 'دیدن رسید',
    valid: 'مهر این رسید درست است',
    refresh: 'تازه کن',
    inLog: 'این رسید در دفتر ثبت آن نهاد هست',
    export: 'ذخیرهٔ رسید در فایل',
    sheet: 'ذخیرهٔ رسید به صورت PDF',
    fictitious: 'این شخص وجود ندارد',
  },
  en: {
    details: 'All details',
    remove: 'Remove',
    confirm: 'Delete',
    empty: 'No documents yet',
    sign: 'Sign and send',
    kept: 'Signed, but not received yet',
    sendAgain: 'Send again',
    receipt: 'Your receipt is here',
    reviewAgain: 'Review again',
    showReceipt: 'Show receipt',
    valid: 'The seal on this receipt is valid',
    refresh: 'Refresh',
    inLog: 'This receipt stands in the agency’s log',
    export: 'Save receipt to a file',
    sheet: 'Save the receipt as PDF',
    fictitious: 'this person does not exist',
  },
} as const;

async function openSection({ page }: Citizen, section: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/${section}`);
  await expect(page.locator('h1')).toBeVisible();
}

/** The receipt as PDF, which the agency makes while one waits, holds by itself. The log and the trust list are no part of it. */
async function checkSheet({ page }: Citizen, save: string, demo: Demo): Promise<void> {
  const download = page.waitForEvent('download', { timeout: 40_000 });
  await page.getByRole('button', { name: save }).click();
  const { verdict, findings } = checkSavedFile(await (await download).path(), demo);
  expect(findings.filter(({ outcome }) => outcome !== 'holds').map(({ rule }) => rule)).toEqual(['log', 'registered']);
  expect(verdict).toBe('valid');
}

for (const language of ['fa', 'en'] as const) {
  const text = words[language];

  test(`documents are shown whole, and removed with a question (${language})`, async ({ wallet, world }) => {
    const owner = await becomeCitizen({ wallet, world, person, language });
    await openSection(owner, 'documents');
    await expect(owner.page.getByRole('heading', { name: text.empty })).toBeVisible();
    expect(await findBarriers(owner.page)).toEqual([]);
    await receiveDocuments(owner);
    const cards = owner.page.getByRole('article');
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText(text.fictitious);
    await cards.first().getByRole('button', { name: text.details }).click();
    await expect(cards.first()).toContainText(person.claims.address.street_address ?? '');
    expect(await findBarriers(owner.page)).toEqual([]);
    for (const left of [1, 0]) {
      await cards.first().getByRole('button', { name: text.remove }).click();
      await owner.page.getByRole('alertdialog').getByRole('button', { name: text.confirm }).click();
      await expect(cards).toHaveCount(left);
    }
    await expect(owner.page.getByRole('heading', { name: text.empty })).toBeVisible();
  });

  test(`a changed form stops the signature, and a silent agency keeps nothing from being sent once (${language})`, async ({
    wallet,
    world,
    traffic,
  }) => {
    test.setTimeout(200_000);
    const owner = await becomeCitizen({ wallet, world, person, language });
    await receiveDocuments(owner);
    const site = await wallet.context.newPage();
    const tax = openTax(site, world, language);
    await tax.openReturn();
    await writeReturn(site, person);
    const { page: window } = await openConsent(owner, () => tax.signButton.click());
    const approve = window.getByRole('button', { name: text.sign });
    await expect(approve).toBeEnabled();
    expect(await findBarriers(window)).toEqual([]);
    await site.locator('[name=deductions]').fill('7');
    await approve.click();
    await expect(window.getByRole('alert')).toHaveText(errorSentences.form_changed[language]);
    expect(traffic.listTo('tax.localhost').some(({ url }) => url.pathname === '/daricheh/submissions')).toBe(false);
    await window.getByRole('button', { name: text.reviewAgain }).click();
    await expect(approve).toBeEnabled();
    traffic.interrupt(({ pathname }) => pathname === '/daricheh/submissions');
    await approve.click();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(text.kept);
    await expect(window.getByRole('alert')).toHaveText(errorSentences.unavailable[language]);
    traffic.interrupt(undefined);
    await wallet.stopWorker();
    await window.getByRole('button', { name: text.sendAgain }).click();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(text.receipt);
    expect(world.readRows('server', "select count(*) as n from cases where agency = 'tax' and is_signed = 1")[0]?.['n']).toBeGreaterThan(0);
    await openSection(owner, 'cases');
    const card = owner.page.getByRole('article').first();
    await card.getByRole('button', { name: text.showReceipt }).click();
    await expect(card).toContainText(text.valid);
    await owner.page.getByRole('button', { name: text.refresh }).click();
    await expect(card).toContainText(text.inLog);
    expect(await findBarriers(owner.page)).toEqual([]);
    const download = owner.page.waitForEvent('download');
    await card.getByRole('button', { name: text.export }).click();
    const path = await (await download).path();
    const file = JSON.parse(readFileSync(path, 'utf8'));
    expect(Object.keys(file)).toEqual([
      'type',
      'agency',
      'receipt',
      'envelope',
      'header',
      'form',
      'statusToken',
      'log',
      'trustList',
      'roots',
    ]);
    expect(file.header.etsiU).toHaveLength(1);
    const { verdict, findings } = checkSavedFile(path, world.demo);
    expect(findings.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(verdict).toBe('valid');
    await checkSheet(owner, text.sheet, world.demo);
    await expect(card.getByRole('link', { name: /\/daricheh\/check\.html$/ })).toBeVisible();
    await openSection(owner, 'history');
    await expect(owner.page.locator('.ledger-row')).toHaveCount(1);
    expect(await findBarriers(owner.page)).toEqual([]);
  });

  test(`services are found however they are spelt (${language})`, async ({ wallet, world }) => {
    const owner = await becomeCitizen({ wallet, world, person, language });
    await openSection(owner, 'services');
    const offered = demoAgencies.flatMap(({ buildServices }) => buildServices('').makesOffer);
    await expect(owner.page.getByRole('article')).toHaveCount(offered.length);
    await owner.page.getByRole('searchbox').fill(language === 'fa' ? 'گذر نامه' : 'PASSPORT');
    await expect(owner.page.getByRole('article')).toHaveCount(1);
    expect(await findBarriers(owner.page)).toEqual([]);
  });
}
