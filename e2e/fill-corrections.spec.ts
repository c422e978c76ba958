import { expect, findBarriers, test } from './fixtures.ts';
import { facts, openOwnPage as open, origin } from './own-page.ts';
import { openSidePanel, type SidePanelScreen } from './screens/side-panel.ts';
import { tell } from './screens/wallet-data.ts';

const form = `<form><p><label>کد ملی <input name="a"></label></p><p><label>پاسخ سوم <input name="b"></label></p>
  <p><label>ایمیل <input name="c"></label></p><p><label>گذرواژه <input name="d" type="password"></label></p></form>`;

async function openWhy({ page, lines }: SidePanelScreen, label: string): Promise<void> {
  await page.getByRole('button', { name: `چرا «${label}»؟` }).click();
  await expect(lines.filter({ hasText: label }).locator('.fill-note').last()).toBeVisible();
}

test('what the citizen says of a field is obeyed, remembered for that form alone, and forgotten', async ({ wallet }) => {
  const { page, panel, home } = await open(wallet, form, { frames: { [`${origin}/other`]: form } });
  const { page: view } = panel;

  // The value says whose word it is; nobody certified it.
  await expect(panel.lines.filter({ hasText: 'کد ملی' })).toContainText('گفتهٔ خودتان در');
  await openWhy(panel, 'کد ملی');
  await expect(view.getByText('نهادی گواهی‌اش نکرده است')).toBeVisible();

  // What was unticked stays so while another line is corrected.
  await panel.line('ایمیل').locator('xpath=ancestor::label').click();
  await view.getByRole('button', { name: 'اصلاح «کد ملی»' }).click();
  await view.getByRole('button', { name: 'در این فرم خالی بماند' }).click();
  await expect(panel.line('کد ملی')).toHaveCount(0);
  await expect(panel.line('ایمیل')).not.toBeChecked();
  // The line has gone to those that are left alone, and the focus went with it; a screen reader is told.
  const left = view.locator('.fill-skipped-row').filter({ hasText: 'کد ملی' });
  await expect(left).toBeFocused();
  await expect(left).toContainText('خودتان خواستید خالی بماند');
  await expect(view.getByRole('status').filter({ hasText: 'آنچه دربارهٔ «کد ملی» گفتید به یاد ماند.' })).toBeAttached();

  // A field that was not known is given a datum; a password is not offered for that.
  expect((await view.locator('.fill-skipped-row').allInnerTexts()).filter((row) => row.includes('می‌گویم'))).toHaveLength(2);
  await view.getByRole('button', { name: 'می‌گویم «پاسخ سوم» چه می‌خواهد' }).click();
  await view.getByLabel('این خانه چه می‌خواهد؟').fill('كد ملي');
  await view.getByRole('button', { name: 'کد ملی', exact: true }).click();
  await expect(panel.line('پاسخ سوم')).toBeChecked();
  await expect(panel.lines.filter({ hasText: 'پاسخ سوم' })).toBeFocused();
  await panel.fill();
  const read = async () => page.locator('input').evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value));
  expect(await read()).toEqual(['', facts['national-id'], '', '']);

  // The next visit.
  await view.close();
  await page.goto(`${origin}/form`);
  const again = await openSidePanel(wallet, page, 'fa');
  await again.fill();
  expect(await read()).toEqual(['', facts['national-id'], facts.email, '']);
  await again.undo();
  await expect(again.lines.filter({ hasText: 'پاسخ سوم' })).toContainText('همان‌گونه که خودتان گفته‌اید.');
  await openWhy(again, 'پاسخ سوم');
  await again.page.getByRole('button', { name: 'آنچه دربارهٔ «پاسخ سوم» گفتم فراموش شود' }).click();
  await expect(again.line('پاسخ سوم')).toHaveCount(0);
  await expect(again.page.locator('.fill-skipped-row').filter({ hasText: 'پاسخ سوم' })).toBeFocused();
  await expect(again.page.getByRole('status').filter({ hasText: 'آنچه دربارهٔ «پاسخ سوم» گفته بودید فراموش شد.' })).toBeAttached();
  await again.page.close();

  // The same form elsewhere was never spoken of.
  await page.goto(`${origin}/other`);
  const other = await openSidePanel(wallet, page, 'fa');
  await expect(other.line('کد ملی')).toBeChecked();
  await other.page.close();

  // The ledger has what was given and whose word it was, without the values.
  await home.goto(`${wallet.origin}/wallet.html#/history`);
  const row = home.locator('.ledger-row').last();
  await expect(row).toContainText('گفتهٔ خودتان در');
  await expect(row).not.toContainText(facts['national-id']);

  // What is left is forgotten with its site.
  await home.goto(`${wallet.origin}/wallet.html#/settings`);
  await home.getByRole('button', { name: `فراموش کردن اصلاح‌های ${origin}` }).click();
  await expect(home.getByText(`اصلاح‌های ${origin} فراموش شد.`)).toBeVisible();
  await expect(home.getByRole('heading', { name: 'اصلاح‌های شما' })).toBeFocused();
  await expect(home.getByRole('list', { name: 'اصلاح‌های شما' })).toHaveCount(0);
  await page.goto(`${origin}/form`);
  const last = await openSidePanel(wallet, page, 'fa');
  await expect(last.line('کد ملی')).toBeChecked();
});

test('a field about somebody else is the citizen’s own only after a warning', async ({ wallet }) => {
  const { page, panel } = await open(wallet, '<form><p><label>کد ملی پدر <input name="a"></label></p></form>');
  await panel.page.getByText(/^پر نمی‌شود/).click();
  await panel.page.getByRole('button', { name: 'می‌گویم «کد ملی پدر» چه می‌خواهد' }).click();
  await expect(panel.page.getByText('گویا دربارهٔ پدر است، نه شما')).toBeVisible();
  const answer = panel.page.getByRole('button', { name: 'کد ملی', exact: true });
  await expect(panel.page.getByLabel('این خانه چه می‌خواهد؟')).toBeDisabled();
  await panel.page.getByText('می‌دانم؛ دربارهٔ خودم است').click();
  await panel.page.getByLabel('این خانه چه می‌خواهد؟').fill('کد ملی');
  await answer.click();
  await panel.fill();
  await expect(page.locator('[name=a]')).toHaveValue(facts['national-id']);
});

const familyForm = `<form><p><label>کد ملی <input name="own"></label></p>
  <fieldset><legend>مشخصات همسر</legend><p><label>کد ملی <input name="partner"></label></p></fieldset>
  <fieldset><legend>مشخصات فرزند</legend><p><label>کد ملی <input name="child"></label></p></fieldset></form>`;

test('fields about the family are filled from whom the citizen has described, of several children from the one they pick', async ({
  wallet,
}) => {
  const { page, panel, home } = await open(wallet, familyForm);
  await home.goto(`${wallet.origin}/wallet.html#/facts`);
  await home.getByRole('button', { name: 'افزودن عضو خانواده' }).click();
  const dialog = home.getByRole('dialog');
  await dialog.getByRole('button', { name: /نسبت با شما$/ }).click();
  await home.getByRole('option', { name: 'همسر' }).click();
  await dialog.getByRole('textbox', { name: 'نام', exact: true }).fill('علی');
  const nationalId = dialog.getByRole('textbox', { name: 'کد ملی' });
  await nationalId.fill(facts['national-id']);
  await dialog.getByRole('button', { name: 'ذخیره' }).click();
  await expect(dialog).toContainText('این کد ملی از آنِ خودتان یا عضو دیگری از خانواده است');
  await expect(nationalId).toBeFocused();
  await nationalId.fill('۹۹۹۰۰۰۰۰۲۶');
  await dialog.getByRole('button', { name: 'ذخیره' }).click();
  const member = home.getByRole('list', { name: 'خانواده' }).getByRole('listitem');
  await expect(member).toContainText('بی‌گواهی نهادها');
  await home.getByRole('button', { name: 'برداشتن علی' }).click();
  await home.getByRole('button', { name: 'برگردان' }).click();
  await expect(member).toContainText('همسر: علی');
  expect(await findBarriers(home)).toEqual([]);
  for (const [name, id] of [
    ['آوا', '9990000034'],
    ['نوا', '9990000042'],
  ])
    await tell(home, 'family/declare', { id: null, relation: 'child', texts: { 'given-name': name, 'national-id': id } });

  await expect(panel.lines.filter({ hasText: '9990000026' })).toContainText('کد ملی · همسر');
  await expect(panel.lines).toHaveCount(2);
  await panel.page.getByRole('radiogroup', { name: 'برای کدام فرزند؟' }).getByText('نوا').click();
  await expect(panel.lines.filter({ hasText: '9990000042' })).toContainText('کد ملی · فرزند');
  expect(await findBarriers(panel.page)).toEqual([]);
  await panel.fill();
  const values = await page.locator('input').evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value));
  expect(values).toEqual([facts['national-id'], '9990000026', '9990000042']);
  await home.goto(`${wallet.origin}/wallet.html#/history`);
  await expect(home.locator('.ledger-row').last()).toContainText('کد ملی (همسر)');
});
