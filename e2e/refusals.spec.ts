import { getLetterPerson } from '@daricheh/agencies/people';
import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openRegistry } from './screens/registry.ts';
import { openTax } from './screens/tax.ts';
import { openWalletScreen } from './screens/wallet.ts';
import type { Exchange, Traffic } from './traffic.ts';

const person = getLetterPerson('arash-kabiri');

for (const language of ['fa', 'en'] as const) {
  test(`what was tampered with or is sent a second time is refused, in words, and nothing is lost (${language})`, async ({
    wallet,
    world,
    traffic,
  }) => {
    test.setTimeout(180_000);
    const citizen = await becomeCitizen({ wallet, world, person, language });
    await test.step('a document changed on its way is not kept', () => refuseTamperedDocument(citizen, traffic));
    await receiveDocuments(citizen);
    const site = await wallet.context.newPage();
    await test.step('without finding out who is there, nothing is shown', () => refuseUnverified(citizen, site, traffic));
    await test.step('an answer counts once, and for its own question alone', () => refuseReplay(citizen, site, traffic));
  });
}

async function refuseTamperedDocument(citizen: Citizen, traffic: Traffic): Promise<void> {
  const { wallet, world, language, page } = citizen;
  traffic.rewrite((url, { body }) => (url.pathname.endsWith('/issuer/credential') ? flipCiphertext(body) : undefined));
  const site = await wallet.context.newPage();
  const offer = await openRegistry(site, world, language).reachOffer(person);
  const window = await openConsent(citizen, () => offer.click());
  await window.approve('receive');
  await expect(window.alert).toContainText(errorSentences.credential_not_as_offered[language], { timeout: 15_000 });
  traffic.rewrite(undefined);
  await window.refuse();
  await site.close();
  const screen = openWalletScreen(page, language);
  await screen.openSection('documents');
  await expect(screen.document('identity')).toHaveCount(0);
}

/** An issuer's encrypted answer (a compact JWE) with one letter of its ciphertext changed; a refusal in the clear stays as it is. */
function flipCiphertext(body: Buffer): Buffer {
  return Buffer.from(
    body.toString().replace(/^([\w-]+\.[\w-]*\.[\w-]+\.)(.)/, (_whole, before, first) => `${before}${first === 'A' ? 'B' : 'A'}`),
  );
}

async function refuseUnverified(citizen: Citizen, site: Page, traffic: Traffic): Promise<void> {
  const tax = openTax(site, citizen.world, citizen.language);
  await tax.openHome();
  const window = await openConsent(citizen, () => tax.signInButton.click());
  await window.authenticator.setUserVerified(false);
  await window.approve('present');
  await expect(window.alert).toBeVisible();
  expect(listAnswers(traffic)).toEqual([]);
  await window.authenticator.setUserVerified(true);
  await window.approve('present');
  await window.expectEnd('shown');
  await expect(tax.signedInName).toBeVisible();
}

async function refuseReplay({ world, language }: Citizen, site: Page, traffic: Traffic): Promise<void> {
  const [answer] = listAnswers(traffic);
  if (!answer) throw new Error('There is no answer to repeat.');
  const countSessions = () => world.readRows('server', "select count(*) as count from sessions where agency = 'tax'")[0]?.['count'];
  const before = countSessions();
  const again = await post(site, answer.url.pathname, answer.body.toString());
  expectProblem(again, 'session_reused', language);
  const request = await post(site, '/daricheh/verifier/requests', JSON.stringify({ use: 'sign-in', channel: 'dc_api' }));
  const elsewhere = await post(site, `/daricheh/verifier/requests/${String(request.content['id'])}/dc-response`, answer.body.toString());
  expect(elsewhere.status).toBeGreaterThanOrEqual(400);
  expect(countSessions()).toBe(before);
}

function listAnswers(traffic: Traffic): readonly Exchange[] {
  return traffic.exchanges.filter(({ url }) => url.pathname.endsWith('/dc-response'));
}

type Posted = { readonly status: number; readonly content: Readonly<Record<string, unknown>> };

function post(site: Page, path: string, body: string): Promise<Posted> {
  return site.evaluate(
    async (asked) => {
      const answer = await fetch(asked.path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: asked.body });
      return { status: answer.status, content: await answer.json() };
    },
    { path, body },
  );
}

function expectProblem({ status, content }: Posted, code: ErrorCode, language: 'fa' | 'en'): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(content).toMatchObject({ code, [language === 'fa' ? 'title_fa' : 'title']: errorSentences[code][language] });
}
