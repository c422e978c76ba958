import { expectedFields } from '@daricheh/agencies/expected';
import { getLetterPerson } from '@daricheh/agencies/people';
import { expect, test } from './demo-fixtures.ts';
import { openCaseworker } from './screens/caseworker.ts';
import { openTax } from './screens/tax.ts';
import { openTransport } from './screens/transport.ts';
import { typeByHand } from './type-by-hand.ts';

const person = getLetterPerson('mahin-daneshvar');

test('a form typed by hand arrives, and the caseworker sees that nobody signed it', async ({ wallet, world }) => {
  const page = await wallet.context.newPage();
  const transport = openTransport(page, world);
  await transport.openRenewal();
  await typeByHand(page, expectedFields.transport(person));
  await transport.send();
  const caseNumber = (await transport.caseNumber.textContent()) ?? '';
  const rows = world.readRows('server', 'select agency, is_signed, state from cases where case_number = ?', caseNumber);
  expect(rows).toEqual([{ agency: 'transport', is_signed: 0, state: 'received' }]);
  const desk = openCaseworker(await wallet.context.newPage(), world.demo.agencies.transport, 'en');
  await desk.enrol('Parvin Ahmadi', world.demo.agencies.transport.enrolmentCode);
  await expect(desk.row(caseNumber)).toContainText(desk.words.unsigned);
  await desk.openCase(caseNumber);
  expect((await desk.readAnswers()).get('National ID number')).toBe(person.claims.national_id);
  await desk.press('take');
  await desk.press('approve');
  await expect(desk.state).toHaveAttribute('data-state', 'approved');
});

test('the tax form posts plainly where no wallet is', async ({ wallet, world }) => {
  const page = await wallet.context.newPage();
  const tax = openTax(page, world, 'fa');
  await tax.openReturn();
  await expect(tax.signButton).toBeHidden();
  await typeByHand(page, expectedFields.tax(person, { isSignedIn: false }));
  await page.locator('[name=total_income]').fill('۱۲۰۰۰۰۰۰۰');
  await page.locator('[name=deductions]').fill('۰');
  await tax.plainButton.click();
  const caseNumber = (await page.locator('[data-case-number]').textContent()) ?? '';
  const rows = world.readRows('server', 'select is_signed, form_id from cases where case_number = ?', caseNumber);
  expect(rows).toEqual([{ is_signed: 0, form_id: 'yearly-return' }]);
  const stranger = await page.evaluate(async (path) => (await fetch(path)).status, `/daricheh/cases/${caseNumber}`);
  // No more is said than about a case that does not exist.
  expect(stranger).toBe(404);
});
