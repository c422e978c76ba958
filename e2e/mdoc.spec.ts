import { getLetterPerson } from '@daricheh/agencies/people';
import { documentTypes } from '@daricheh/shared/vocabulary';
import type { Page } from '@playwright/test';
import { callAgency, followOffer } from './back-end.ts';
import { becomeCitizen, type Citizen } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openWalletScreen } from './screens/wallet.ts';

// A driving licence as ISO mdoc: issued by the agency that owns it, shown over both ways of OpenID4VP, verified by a server.

const person = getLetterPerson('sara-rezaei');
const { namespace } = documentTypes['driving-licence'].mdoc;
const mobileName = 'گواهینامهٔ رانندگی، نسخهٔ بین‌المللی';

const driver = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: person.claims.national_id,
  birthdate: '1985-09-27',
  document_number: '9990001234',
  driving_categories: 'B',
  issue_date: '2020-01-01',
  expiry_date: '2030-01-01',
  issuing_authority: 'پلیس راهور (نمونه)',
  issuing_country: 'IR',
  portrait: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  fictitious: true,
};
const shown = { [namespace]: { family_name: 'Rezaei', given_name: 'Sara', document_number: '9990001234', portrait: expect.any(String) } };

type Asked = { readonly id: string; readonly request: { readonly protocol: string; readonly data: object }; readonly link: string };

async function takeLicence(citizen: Citizen): Promise<void> {
  const order = { subject: driver, configurations: ['driving-licence', 'driving-licence.mdoc'] };
  const { offerUri } = (await callAgency(citizen.world, 'licence', '/daricheh/issuer/offers', order)) as { offerUri: string };
  const site = await citizen.wallet.context.newPage();
  const window = await openConsent(citizen, () => followOffer(site, citizen.world, offerUri, 'licence'));
  await expect(window.button('receive')).toBeEnabled();
  await window.approve('receive');
  await window.expectEnd('received');
  await window.close();
  await site.close();
}

/** What the passport office's own server says, asked from its page. */
function ask(site: Page, path: string, body: object): Promise<unknown> {
  const call = async ([to, text]: readonly [string, string]) =>
    (await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text })).json();
  return site.evaluate(call, [path, JSON.stringify(body)] as const);
}

async function showByApi(citizen: Citizen, site: Page): Promise<unknown> {
  const asked = (await ask(site, '/daricheh/verifier/requests', { use: 'licence', channel: 'dc_api' })) as Asked;
  await site.evaluate((request) => {
    const button = Object.assign(document.createElement('button'), { id: 'show', textContent: 'show' });
    button.addEventListener('click', async () => {
      const credential = (await navigator.credentials.get({ digital: { requests: [request] } } as never)) as unknown as { data: object };
      button.dataset['answer'] = JSON.stringify(credential.data);
    });
    document.body.prepend(button);
  }, asked.request);
  const window = await openConsent(citizen, () => site.locator('#show').click());
  await expect(window.button('present')).toBeEnabled();
  await citizen.look('consent-mdoc', window.page);
  await window.approve('present');
  await window.expectEnd('shown');
  await expect(site.locator('#show')).toHaveAttribute('data-answer', /response/);
  const answer = JSON.parse((await site.locator('#show').getAttribute('data-answer')) ?? '{}') as object;
  return ask(site, `/daricheh/verifier/requests/${asked.id}/dc-response`, answer);
}

async function showByLink(citizen: Citizen, site: Page): Promise<unknown> {
  const asked = (await ask(site, '/daricheh/verifier/requests', { use: 'licence', channel: 'link', returnTo: '/' })) as Asked;
  await site.evaluate((href) => {
    document.body.prepend(Object.assign(document.createElement('a'), { href, id: 'wallet', textContent: 'wallet' }));
  }, asked.link);
  const window = await openConsent(citizen, () => site.locator('#wallet').click());
  await expect(window.button('present')).toBeEnabled();
  await window.approve('present');
  await window.expectEnd('shown');
  await site.waitForURL(/response_code=/);
  const responseCode = new URL(site.url()).searchParams.get('response_code') ?? '';
  return ask(site, '/daricheh/verifier/sessions', { responseCode });
}

test('C8: a licence as mdoc is taken, and verified when it is shown by page and by link', async ({ wallet, world }) => {
  test.setTimeout(120_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'fa' });
  await takeLicence(citizen);

  const screen = openWalletScreen(citizen.page, 'fa');
  await citizen.page.bringToFront();
  await screen.openSection('documents');
  await expect(citizen.page.getByText(mobileName)).toBeVisible();

  const site = await wallet.context.newPage();
  await site.goto(`${world.demo.agencies.passport.origin}/`);
  expect(await showByApi(citizen, site)).toEqual({ signedIn: true, subject: shown });
  expect(await showByLink(citizen, site)).toEqual({ signedIn: true, subject: shown });
});
