import { readFileSync } from 'node:fs';
import { getLetterPerson } from '@daricheh/agencies/people';
import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { localProof, localProofFile } from '@daricheh/shared/local-proof';
import type { Page } from '@playwright/test';
import { checkSavedFile } from './check-file.ts';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openSidePanel } from './screens/side-panel.ts';
import { openTransport } from './screens/transport.ts';

// A site that knows no wallet and gives no receipt: the wallet keeps a record of what was sent, if its owner wants one.

const person = getLetterPerson('sara-rezaei');

const text = {
  question: 'Keep a record of what you sent?',
  look: 'See what it will say',
  keep: 'Keep it',
  kept: 'Kept, with a time stamp.',
  show: 'See the record',
  save: 'Save the record',
  remove: 'Delete',
  removed: 'The record was deleted.',
} as const;

/** Fills the renewal and sends it; the panel stays open beside it. */
async function sendRenewal({ wallet, world, language }: Citizen): Promise<Page> {
  const site = await wallet.context.newPage();
  const transport = openTransport(site, world);
  await transport.openRenewal();
  const panel = await openSidePanel(wallet, site, language);
  await panel.fill();
  await site.bringToFront();
  await transport.send();
  await expect(transport.caseNumber).toBeVisible();
  return panel.page;
}

test('what was sent to a site without receipts is kept, signed and stamped', async ({ wallet, world }) => {
  const owner = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(owner);
  const panel = await sendRenewal(owner);
  await expect(panel.getByRole('heading', { name: text.question })).toBeVisible();
  await panel.getByRole('button', { name: text.look }).click();
  await expect(panel.locator('dd', { hasText: person.claims.family_name_latin ?? 'Rezaei' }).first()).toBeVisible();
  expect(await findBarriers(panel)).toEqual([]);
  await panel.getByRole('button', { name: text.keep, exact: true }).click();
  await expect(panel.getByText(text.kept)).toBeVisible();

  await owner.page.goto(`${owner.page.url().split('#')[0]}#/cases`);
  await owner.page.getByRole('button', { name: text.show }).click();
  expect(await findBarriers(owner.page)).toEqual([]);
  const download = owner.page.waitForEvent('download');
  await owner.page.getByRole('button', { name: text.save }).click();
  const path = await (await download).path();
  const file = localProofFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const proof = localProof.parse(parseStrictJson(decodeBase64Url(file.jws.payload)));
  expect(proof.page.origin).toBe(world.demo.agencies.transport.origin);
  expect(proof.sentTo).toMatchObject({ origin: world.demo.agencies.transport.origin, method: 'post' });
  expect(file.header).toBeDefined();
  const { verdict, findings } = checkSavedFile(path, world.demo);
  expect(verdict).toBe('valid');
  expect(findings.filter(({ outcome }) => outcome !== 'holds').map(({ rule }) => rule)).toEqual(['arrival']);

  await owner.page.getByRole('button', { name: text.remove }).click();
  await owner.page.getByRole('alertdialog').getByRole('button', { name: text.remove }).click();
  await expect(owner.page.getByText(text.removed)).toBeVisible();
});
