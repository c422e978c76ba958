import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchWallet } from './browser.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { onboard } from './screens/onboarding.ts';
import { openTax } from './screens/tax.ts';
import { tell } from './screens/wallet-data.ts';

const secret = 'خیابان کاناری پلاک هفتادوهفت';

/** Files of a profile in which the text stands in clear. What the browser itself remembers of its tabs is its own, as without a wallet. */
function findText(profile: string, text: string): readonly string[] {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('Sessions'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
}

test('A24: a draft survives a restart, is offered, cannot be read at rest, and goes once the form is sent', async ({ world }) => {
  const profile = mkdtempSync(join(tmpdir(), 'daricheh-draft-'));
  const first = await launchWallet({ profile, extension: world.extension });
  const { page: home, recoveryCode } = await onboard(first);
  await tell(home, 'sites/switch', { origin: world.demo.agencies.tax.origin, isEnabled: true });
  const before = await first.context.newPage();
  const line = (page: typeof before) => page.locator('.daricheh-draft-status');
  await openTax(before, world, 'fa').openReturn();
  await before.locator('[name=address]').fill(secret);
  await expect(line(before)).toHaveText('پیش‌نویس در کیف شما نگه داشته شد.');
  await before.screenshot({ path: test.info().outputPath('saved.png'), fullPage: true });
  expect(await before.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await first.close();
  expect(findText(profile, secret)).toEqual([]);

  const second = await launchWallet({ profile, extension: world.extension });
  const after = await second.context.newPage();
  await openTax(after, world, 'fa').openReturn();
  await after.locator('[name=first_name]').fill('سارا');
  await expect(line(after)).toContainText('کیف شما قفل است');
  await expect(after.locator('.daricheh-draft')).toHaveCount(0);

  const wallet = await second.openWallet();
  await wallet.getByRole('button', { name: 'راه دیگری دارم' }).click();
  await wallet.getByLabel('کد بازیابی').fill(recoveryCode);
  await wallet.getByRole('button', { name: 'باز کن', exact: true }).click();
  await wallet.getByRole('link', { name: 'پرونده‌ها' }).click();
  await expect(wallet.getByRole('list', { name: 'پیش‌نویس‌ها' })).toContainText('سازمان امور مالیاتی');
  await wallet.screenshot({ path: test.info().outputPath('list.png') });
  expect(await findBarriers(wallet)).toEqual([]);

  await openTax(after, world, 'fa').openReturn();
  const goOn = after.getByRole('button', { name: 'ادامه می‌دهم' });
  await expect(goOn).toBeVisible();
  await after.screenshot({ path: test.info().outputPath('offered.png') });
  expect(await findBarriers(after)).toEqual([]);
  // A script's click gets nothing out of the wallet.
  await goOn.evaluate((button: HTMLElement) => button.click());
  await expect(after.locator('.daricheh-draft [role=status]')).toContainText('کیف پاسخ نداد');
  await expect(after.locator('[name=address]')).toHaveValue('');
  await goOn.click();
  await expect(after.locator('[name=address]')).toHaveValue(secret);
  await expect(goOn).toHaveCount(0);

  await after.locator('form[data-daricheh-form]').evaluate((form: HTMLFormElement) => form.requestSubmit(null));
  await expect.poll(async () => tell(wallet, 'drafts/list', {})).toEqual({ drafts: [expect.anything()], damaged: [] });
  for (const [name, value] of Object.entries({
    first_name: 'سارا',
    national_code: '9990014042',
    birth_date: '1364/07/05',
    postal_code: '1234567890',
  }))
    await after.locator(`[name=${name}]`).fill(value);
  for (const [name, value] of Object.entries({ mobile: '09123456789', total_income: '1', deductions: '0' }))
    await after.locator(`[name=${name}]`).fill(value);
  await openTax(after, world, 'fa').plainButton.click();
  await expect(after.locator('[data-case-number]')).not.toBeEmpty();
  await expect.poll(async () => tell(wallet, 'drafts/list', {})).toEqual({ drafts: [], damaged: [] });
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});
