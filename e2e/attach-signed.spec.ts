import { createHash } from 'node:crypto';
import { expectedFields } from '@daricheh/agencies/expected';
import { getLetterPerson } from '@daricheh/agencies/people';
import { becomeCitizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openTax } from './screens/tax.ts';
import { typeByHand } from './type-by-hand.ts';

const person = getLetterPerson('sara-rezaei');
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n110\n%%EOF\n',
);

test('E6: a file goes with a signed form as it was shown; one that was changed behind it stops the signature', async ({
  wallet,
  world,
}) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  const tax = openTax(site, world, 'en');
  await tax.openReturn();
  await typeByHand(site, expectedFields.tax(person, { isSignedIn: false }));
  await site.locator('[name=total_income]').fill('120000000');
  await site.locator('[name=deductions]').fill('0');
  const choose = (buffer: Buffer) =>
    site.locator('[name=deduction_evidence]').setInputFiles({ name: 'my.receipt.pdf', mimeType: 'application/pdf', buffer });
  await choose(pdf);
  const window = await openConsent(citizen, () => tax.signButton.click());
  const hash = createHash('sha256').update(pdf).digest('hex').slice(0, 16);
  await expect(window.page.locator('main')).toContainText(`my-receipt.pdf`);
  await expect(window.page.locator('main')).toContainText(`${pdf.length} bytes, SHA-256: ${hash}…`);
  // Other bytes under the same name, of the same size: nothing that a browser tells of a file has changed.
  await site.locator('[name=deduction_evidence]').evaluate((input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    const files = new DataTransfer();
    if (file) files.items.add(new File(['x'.repeat(file.size)], file.name, { type: file.type, lastModified: file.lastModified }));
    input.files = files.files;
  });
  await window.approve('sign');
  await expect(window.page.getByRole('alert')).toBeVisible();
  expect(world.readRows('server', 'select id from attachments')).toEqual([]);
  await choose(pdf);
  await window.page.getByRole('button', { name: 'Review again' }).click();
  await window.approve('sign');
  await window.expectEnd('signed');
  const rows = world.readRows('server', 'select name, slot, size from attachments where case_number is not null');
  expect(rows).toEqual([{ name: 'my-receipt.pdf', slot: 'deduction-evidence', size: pdf.length }]);
});
