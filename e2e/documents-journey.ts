import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { expect } from '@playwright/test';
import { getEnrolmentCode } from './back-end.ts';
import { openAskingPage } from './boundary/asking-page.ts';
import type { Citizen } from './citizen.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { type CounterId, type CounterScreen, giveFirstDocument, openCounter } from './screens/counter.ts';
import { openDesk } from './screens/desk.ts';
import { openWalletScreen } from './screens/wallet.ts';

type Hand = (citizen: Citizen, window: ConsentScreen, counter: CounterScreen) => Promise<void>;

/** What each counter gives, and what the citizen does before it can be received. */
const visits: readonly { readonly at: CounterId; readonly take: readonly (readonly [DocumentTypeId, number])[]; readonly hand?: Hand }[] = [
  {
    at: 'licence',
    take: [
      ['driving-licence', 0],
      ['vehicle-registration', 0],
      ['vehicle-registration', 1],
    ],
  },
  { at: 'tax', take: [['tax-number', 0]] },
  { at: 'residents', take: [['residence', 0]] },
  { at: 'university', take: [['diploma', 0]], hand: writeSecondCode },
  { at: 'companies', take: [['company-role', 0]], hand: signInAtIssuer },
];

/** Takes a document of every type from the agency that owns it, as a citizen who has their identity. */
export async function collectDocuments(citizen: Citizen): Promise<void> {
  for (const { at, take, hand } of visits) {
    const counter = await signInAtCounter(citizen, at);
    for (const [type, index] of take) await takeDocument(citizen, counter, { type, index, hand });
    // The tabs stay: Chromium 156 sometimes fails to open one right after another was closed (2026-11-23).
  }
  const { page, language, look } = citizen;
  await page.bringToFront();
  await openWalletScreen(page, language).openSection('documents');
  await expect(page.getByRole('article')).toHaveCount(10);
  await look('wallet-all-documents', page);
}

/** Takes the first document that one counter gives, as a citizen who has their identity. */
export async function takeFirstDocument(citizen: Citizen, at: CounterId): Promise<void> {
  const visit = visits.find((each) => each.at === at);
  const [first] = visit?.take ?? [];
  if (!first) throw new Error(`the counter ${at} gives nothing`);
  await takeDocument(citizen, await signInAtCounter(citizen, at), { type: first[0], index: first[1], hand: visit?.hand });
}

async function signInAtCounter(citizen: Citizen, at: CounterId): Promise<CounterScreen> {
  const { wallet, world, language, look } = citizen;
  const counter = openCounter(await wallet.context.newPage(), world, at, language);
  await counter.openHome();
  await look(`counter-home-${at}`, counter.page);
  await counter.openDocuments();
  await look(`counter-sign-in-${at}`, counter.page);
  const window = await openConsent(citizen, () => counter.signInLink.click());
  await expect(window.button('present')).toBeEnabled();
  await window.approve('present');
  await expect(counter.signedInName).toBeVisible({ timeout: 15_000 });
  await look(`counter-records-${at}`, counter.page);
  return counter;
}

type Wanted = { readonly type: DocumentTypeId; readonly index: number; readonly hand: Hand | undefined };

async function takeDocument(citizen: Citizen, counter: CounterScreen, { type, index, hand }: Wanted): Promise<void> {
  const offer = await counter.reachOffer(type, index);
  await citizen.look(`counter-offer-${type}`, counter.page);
  const window = await openConsent(citizen, () => offer.click());
  await hand?.(citizen, window, counter);
  await expect(window.button('receive')).toBeEnabled();
  await citizen.look(`consent-receive-${type}`, window.page);
  await window.approve('receive');
  await window.expectEnd('received');
  await window.close();
}

/** The university's link asks for a code that comes another way. */
async function writeSecondCode({ look }: Citizen, window: ConsentScreen, counter: CounterScreen): Promise<void> {
  await expect(window.codeField).toBeVisible();
  await look('consent-second-code', window.page);
  await window.codeField.fill(await counter.readSecondCode());
}

/** The company register wants the citizen to choose at its own site. */
async function signInAtIssuer({ wallet, look }: Citizen, window: ConsentScreen): Promise<void> {
  await expect(window.signInButton).toBeEnabled();
  await look('consent-sign-in', window.page);
  const opening = wallet.context.waitForEvent('page');
  await window.signInButton.click();
  const tab = await opening;
  await tab.waitForLoadState();
  await look('counter-authorize', tab);
  const closed = tab.waitForEvent('close');
  await giveFirstDocument(tab);
  await closed;
}

const vehicle = {
  id: 'vehicle',
  format: 'dc+sd-jwt',
  meta: { vct_values: ['urn:daricheh:vehicle-registration:1'] },
  claims: [{ path: ['vehicle', 'plate'] }, { path: ['vehicle', 'make'] }],
};

/** An agency asks for what it is not registered for, and two documents fit: the window says so, and the citizen chooses, or not. */
export async function refuseAmongDocuments(citizen: Citizen): Promise<void> {
  const asking = await openAskingPage(citizen, citizen.world.demo.agencies.tax.origin);
  const data = {
    ...{ response_type: 'vp_token', response_mode: 'dc_api', nonce: crypto.randomUUID() },
    dcql_query: { credentials: [vehicle] },
  };
  const { page, ...window } = await asking.ask({ protocol: 'openid4vp-v1-unsigned', data });
  await expect(page.getByRole('radio')).toHaveCount(2);
  const [one, other] = await page.locator('.radio-text').allTextContents();
  expect(one).not.toBe(other);
  await citizen.look('consent-choice', page);
  await window.refuse();
  await asking.site.close();
}

/** Where an agency's caseworkers revoke and suspend, before and after they have signed in; what its programmers read; and the trust list. */
export async function visitOffices({ wallet, world, language, look }: Citizen): Promise<void> {
  const agency = world.demo.agencies.licence;
  const page = await wallet.context.newPage();
  const counter = openCounter(page, world, 'licence', language);
  await counter.openOffice();
  await look('counter-office-closed', page);
  const code = await getEnrolmentCode(page, agency);
  await (await openDesk(page, agency, language)).enrol('Parvin Ahmadi', code);
  await counter.openOffice();
  await expect(counter.records.first()).toBeVisible();
  await look('counter-office', page);
  await page.goto(`${agency.origin}/daricheh/docs?lang=${language}`);
  await look('api-docs', page);
  await page.goto(`http://trust.localhost:${world.demo.ports.sites}/?lang=${language}`);
  await expect(page.getByRole('table')).toHaveCount(2);
  await look('trust-list', page);
}
