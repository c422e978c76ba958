import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { becomeCitizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { takeFirstDocument } from './documents-journey.ts';
import { findBarriers } from './fixtures.ts';
import { tell } from './screens/wallet-data.ts';

const person = getLetterPerson('sara-rezaei');
const body = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>بارگذاری مدارک</title><body><form>
  <p><label>تصویر کارت ملی <input type="file" name="own" accept=".pdf,.jpg"></label> <small>حداکثر ۳۰۰ کیلوبایت</small></p>
  <p><label>Identity card <input type="file" name="picture" accept="image/jpeg" data-max-size="60000"></label></p>
  <fieldset><legend>مدارک همسر</legend><p><label>تصویر کارت ملی <input type="file" name="spouse" accept=".pdf"></label></p></fieldset>
  <p><label>Identity card and driving licence <input type="file" name="several" accept="image/png" multiple></label> <small>max. 400 KB each</small></p>
  <output></output></form><script>
    document.querySelector('form').addEventListener('change', ({ target }) => (document.querySelector('output').textContent += target.name + ' '));
  </script>`;

type Got = { readonly name: string; readonly type: string; readonly size: number; readonly start: string };

/** What stands in a file box, as the page's own scripts see it. */
function readFile(page: Page, name: string): Promise<Got | null> {
  return page.locator(`[name=${name}]`).evaluate(async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return null;
    const start = new TextDecoder('latin1').decode((await file.arrayBuffer()).slice(0, 4));
    return { name: file.name, type: file.type, size: file.size, start };
  });
}

/** All files of a box, as the page's own scripts see them. */
function listFiles(page: Page, name: string): Promise<readonly Pick<Got, 'name' | 'type' | 'size'>[]> {
  return page
    .locator(`[name=${name}]`)
    .evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ name, type, size }) => ({ name, type, size })));
}

test('copies of documents go into a page’s file boxes: looked at, ticked, of the right kind and size; another person’s is left', async ({
  wallet,
  world,
}) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  await takeFirstDocument(citizen, 'licence');
  const { origin } = world.demo.agencies.municipality;
  await wallet.context.route(`${origin}/upload`, (route) => route.fulfill({ contentType: 'text/html', body }));
  const page = await wallet.context.newPage();
  await page.goto(`${origin}/upload`);
  const panel = await wallet.openSidePanel(page);
  const rows = panel.locator('.attach-line');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(2)).toContainText('not yours');
  await expect(rows.nth(2).getByRole('checkbox')).toHaveCount(0);
  for (const place of [0, 1]) {
    // Nothing is ticked, or can be, before the copy was looked at.
    await expect(rows.nth(place).getByRole('checkbox')).toBeDisabled();
    await rows.nth(place).getByRole('button', { name: 'See what will be sent' }).click();
    await expect(rows.nth(place).locator('canvas')).toBeVisible();
    await expect(rows.nth(place).getByRole('checkbox')).not.toBeChecked();
    await rows.nth(place).locator('label').click();
  }
  // A box that takes several files has a line for each document; these two are chosen by keyboard alone.
  for (const place of [3, 4]) {
    await rows.nth(place).getByRole('button', { name: 'See what will be sent' }).press('Enter');
    await expect(rows.nth(place).locator('canvas')).toBeVisible();
    await rows.nth(place).getByRole('checkbox').press('Space');
  }
  expect(await findBarriers(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Attach (4)' }).click();
  await expect(panel.getByText('4 files attached')).toBeVisible();

  const [own, picture, spouse] = await Promise.all(['own', 'picture', 'spouse'].map((name) => readFile(page, name)));
  expect(own).toMatchObject({ name: 'identity-copy.pdf', type: 'application/pdf', start: '%PDF' });
  expect(own?.size).toBeLessThan(300 * 1024);
  expect(picture).toMatchObject({ name: 'identity-copy.jpg', type: 'image/jpeg' });
  expect(picture?.size).toBeLessThan(60_000);
  expect(spouse).toBeNull();
  await expect(page.locator('output')).toHaveText('own picture several');
  const several = await listFiles(page, 'several');
  expect(several.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    'driving-licence-copy.png image/png',
    'identity-copy.png image/png',
  ]);
  expect(Math.max(...several.map(({ size }) => size))).toBeLessThan(400 * 1024);

  const history = JSON.stringify(await tell(citizen.page, 'history/list', {}));
  expect(history).toContain('"birth-certificate-number"');
  expect(history).not.toContain(person.claims['national_id'] as string);

  await panel.getByRole('button', { name: 'Take the files away' }).click();
  await expect.poll(() => readFile(page, 'own')).toBeNull();
  expect(await readFile(page, 'picture')).toBeNull();
  expect(await listFiles(page, 'several')).toEqual([]);
});
