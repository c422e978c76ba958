import { demoAgencies } from '@daricheh/agencies/agencies';
import { type ExpectedField, type ExpectedOptions, expectedFields } from '@daricheh/agencies/expected';
import type { Person } from '@daricheh/agencies/people';
import { expect, type Page } from '@playwright/test';
import type { Citizen } from './citizen.ts';
import { readControls } from './read-controls.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { openMunicipality } from './screens/municipality.ts';
import { openPassport, type PassportScreen } from './screens/passport.ts';
import { openSidePanel, type SidePanelScreen } from './screens/side-panel.ts';
import { openTax, type TaxScreen } from './screens/tax.ts';
import { openTransport } from './screens/transport.ts';
import { openWalletScreen } from './screens/wallet.ts';

/** Who vouches for most of what a citizen has. */
const registryName = demoAgencies.find(({ id }) => id === 'civil-registry')?.name;

/** A site in its tab with the side panel beside it. */
type Beside = { readonly site: Page; readonly panel: SidePanelScreen };

async function openBeside({ wallet, language }: Citizen, site: Page): Promise<Beside> {
  return { site, panel: await openSidePanel(wallet, site, language) };
}

/** One click in the panel, and in every control stands what the agency expects: nothing was typed. */
async function fillPage({ site, panel }: Beside, fields: readonly ExpectedField[]): Promise<void> {
  await panel.fill();
  const expected = Object.fromEntries(fields.map(({ control, value }) => [control, value]));
  await expect.poll(() => readControls(site, fields)).toEqual(expected);
}

/** States in the wallet what no agency certifies, and what forms here ask for. */
export async function declareFacts({ page, person, language, look }: Citizen): Promise<void> {
  const screen = openWalletScreen(page, language);
  await screen.openSection('facts');
  await expect(page.getByRole('button', { name: screen.words.add, exact: true })).toBeVisible();
  await look('wallet-facts-empty', page);
  await screen.declare('organization-title', person.declared['organization-title']);
  await screen.declare('marital-status', person.declared['marital-status']);
  await screen.declare('iban', person.declared.iban);
  await look('wallet-facts', page);
}

/** Signs in at the tax administration over the Digital Credentials API. */
export async function signInAtTax(citizen: Citizen): Promise<{ readonly site: Page; readonly tax: TaxScreen }> {
  const site = await citizen.wallet.context.newPage();
  const tax = openTax(site, citizen.world, citizen.language);
  await tax.openHome();
  await citizen.look('tax-home', site);
  const window = await openConsent(citizen, () => tax.signInButton.click());
  await expect(window.button('present')).toBeEnabled();
  await citizen.look('consent-present', window.page);
  await window.approve('present');
  await window.expectEnd('shown');
  await expect(tax.signedInName).toBeVisible();
  return { site, tax };
}

/** Signs in at the passport office by its link. */
export async function signInAtPassport(citizen: Citizen): Promise<{ readonly site: Page; readonly passport: PassportScreen }> {
  const site = await citizen.wallet.context.newPage();
  const passport = openPassport(site, citizen.world);
  const link = await passport.reachSignInLink();
  await citizen.look('passport-sign-in', site);
  const window = await openConsent(citizen, () => link.click());
  await expect(window.button('present')).toBeEnabled();
  await citizen.look('consent-present-link', window.page);
  await window.approve('present');
  await window.expectEnd('shown');
  await passport.expectQuestion('/apply/name');
  return { site, passport };
}

/** Renews the driving licence at a site that knows no wallet. Returns the case number. */
export async function renewLicence(citizen: Citizen): Promise<string> {
  const site = await citizen.wallet.context.newPage();
  const transport = openTransport(site, citizen.world);
  await transport.openRenewal();
  const beside = await openBeside(citizen, site);
  await expect(beside.panel.fillButton).toBeVisible();
  await expect(beside.panel.lines.filter({ hasText: registryName?.[citizen.language] ?? '' }).first()).toBeVisible();
  await citizen.look('panel-transport', beside.panel.page);
  await fillPage(beside, expectedFields.transport(citizen.person));
  await citizen.look('panel-filled', beside.panel.page);
  await citizen.look('transport-filled', site);
  await transport.send();
  const caseNumber = await readCaseNumber(transport.caseNumber);
  await closeAll(beside);
  return caseNumber;
}

/** Asks the municipality for a permit, on its old portal of tables. Returns the case number. */
export async function askForPermit(citizen: Citizen): Promise<string> {
  const site = await citizen.wallet.context.newPage();
  const municipality = openMunicipality(site, citizen.world);
  await municipality.openPermit();
  const beside = await openBeside(citizen, site);
  await fillPage(beside, expectedFields.municipality(citizen.person, { hasDeclared: true }));
  await citizen.look('municipality-filled', site);
  await municipality.goOn();
  await municipality.confirm();
  const caseNumber = await readCaseNumber(municipality.caseNumber);
  await closeAll(beside);
  return caseNumber;
}

/** The return as it stands after filling, written by hand. */
export async function writeReturn(site: Page, person: Person): Promise<void> {
  const filled = expectedFields.tax(person, { isSignedIn: false }).filter(({ value }) => value !== '');
  for (const { selector, value } of filled) await site.locator(selector).first().fill(value);
  await site.locator('[name=total_income]').fill('۱٬۲۰۰٬۰۰۰');
  await site.locator('[name=deductions]').fill('0');
}

/** A form under review in the wallet's window, beside the site that asked. */
export type UnderReview = { readonly window: ConsentScreen; readonly leave: () => Promise<void> };

/** Fills the yearly return and has it reviewed in the wallet's window. */
export async function reviewReturn(
  citizen: Citizen,
  { site, tax }: { readonly site: Page; readonly tax: TaxScreen },
): Promise<UnderReview> {
  const { language, person, look } = citizen;
  const options: ExpectedOptions = { language, hasDeclared: true, isSignedIn: true };
  await tax.openReturn();
  const beside = await openBeside(citizen, site);
  await fillPage(beside, expectedFields.tax(person, options));
  await look('tax-filled', site);
  await look('panel-tax', beside.panel.page);
  await site.bringToFront();
  const window = await openConsent(citizen, () => tax.signButton.click());
  await expect(window.button('sign')).toBeEnabled();
  await look('consent-sign', window.page);
  return { window, leave: () => closeAll(beside) };
}

/** Fills and signs the yearly return. Returns the case number. */
export async function signReturn(citizen: Citizen, at: { readonly site: Page; readonly tax: TaxScreen }): Promise<string> {
  const { look } = citizen;
  const { window, leave } = await reviewReturn(citizen, at);
  await window.approve('sign');
  await window.expectEnd('signed');
  await look('consent-signed', window.page);
  await window.close();
  await expect(at.tax.receiptCard).toBeVisible();
  await look('tax-receipt', at.site);
  const caseNumber = await readCaseNumber(at.tax.receiptCard.locator('dd bdi').first());
  await leave();
  return caseNumber;
}

/** Answers every question of the passport office and has the application reviewed in the wallet's window. */
export async function reviewApplication(
  citizen: Citizen,
  { site, passport }: { readonly site: Page; readonly passport: PassportScreen },
): Promise<UnderReview> {
  const fields = expectedFields.passport(citizen.person);
  const beside = await openBeside(citizen, site);
  for (const question of passport.questions) {
    await passport.expectQuestion(question);
    await fillPage(
      beside,
      fields.filter(({ page }) => page === question),
    );
    await passport.goOn();
  }
  await passport.expectQuestion('/apply/check');
  await citizen.look('passport-check', site);
  await site.bringToFront();
  const window = await openConsent(citizen, () => passport.signButton.click());
  await expect(window.button('sign')).toBeEnabled();
  await citizen.look('consent-sign-passport', window.page);
  return { window, leave: () => closeAll(beside) };
}

/** Answers every question of the passport office and signs. Returns the case number. */
export async function signApplication(citizen: Citizen, at: { readonly site: Page; readonly passport: PassportScreen }): Promise<string> {
  const { window, leave } = await reviewApplication(citizen, at);
  await window.approve('sign');
  await window.expectEnd('signed');
  await window.close();
  const caseNumber = await readCaseNumber(at.passport.caseNumber);
  await citizen.look('passport-confirmation', at.site);
  await leave();
  return caseNumber;
}

export async function readCaseNumber(place: { textContent(): Promise<string | null> }): Promise<string> {
  return (await place.textContent()) ?? '';
}

async function closeAll({ site, panel }: Beside): Promise<void> {
  await panel.page.close();
  await site.close();
}
