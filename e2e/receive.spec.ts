import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { callRegistry, followOffer } from './back-end.ts';
import { becomeCitizen, type Citizen } from './citizen.ts';
import { signInAtTax } from './citizen-acts.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openConsent } from './screens/consent.ts';
import { openWalletScreen } from './screens/wallet.ts';

// How documents come into the wallet, how their copies are used and renewed, and what it says when one stops being valid.

const person = getLetterPerson('sara-rezaei');

const words = {
  fa: {
    triesLeft: '۴ بار دیگر',
    locked: 'این پیوند دیگر به کار نمی‌آید',
    copies: (unused: string, total: string) => `${unused} نسخه از ${total}`,
    renew: 'گرفتن نسخه‌های تازه',
    renewed: 'نسخه‌های تازه رسید.',
    check: 'بررسی اعتبار',
    revoked: 'این مدرک باطل شده است',
    news: 'شناسنامهٔ دیجیتال باطل شد',
    seen: 'دیدم',
    shownTo: 'سازمان امور مالیاتی',
    begin: 'آغاز از کیف',
    letter: 'این نامه را برمی‌دارم',
    submit: 'ادامه',
    signedIn: 'ورود انجام شد',
  },
  en: {
    begin: 'Begin in my wallet',
    signedIn: 'You are signed in',
    letter: 'Use this letter',
    submit: 'Continue',
  },
} as const;

type Offer = { readonly offerId: string; readonly offerUri: string; readonly txCode?: string };

/** An offer of the identity, as the registry's back end asks for it. */
async function offerIdentity({ world }: Citizen, wanted: object = {}): Promise<Offer> {
  const order = { subject: person.claims, configurations: ['identity'], ...wanted };
  return (await callRegistry(world, '/daricheh/issuer/offers', order)) as Offer;
}

/** Follows the offer and stops in the window that opens. */
async function follow(citizen: Citizen, { offerUri }: Offer) {
  const site = await citizen.wallet.context.newPage();
  return openConsent(citizen, () => followOffer(site, citizen.world, offerUri));
}

async function openDocuments({ page, language }: Citizen) {
  await page.bringToFront();
  const screen = openWalletScreen(page, language);
  await screen.openSection('documents');
  return screen.document('identity');
}

test('a second code is asked for, in any digits, and a wrong one says how many tries are left', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'fa' });
  const offer = await offerIdentity(citizen, { txCode: { description: 'کد در نامهٔ سازمان است.' } });
  const window = await follow(citizen, offer);
  const field = window.codeField;
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await expect(window.page.getByText('کد در نامهٔ سازمان است.')).toBeVisible();
  await expect(window.button('receive')).toBeDisabled();
  const right = offer.txCode ?? '';
  await field.fill(right === '111111' ? '222222' : '111111');
  await expect(window.button('receive')).toBeEnabled();
  await window.approve('receive');
  await expect(window.alert).toContainText(words.fa.triesLeft);
  expect(await findBarriers(window.page)).toEqual([]);
  await field.fill(toPersian(right));
  await window.approve('receive');
  await window.expectEnd('received');
  await expect(await openDocuments(citizen)).toBeVisible();
});

test('after too many wrong codes the window says that the link is over, and what to do', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'fa' });
  const offer = await offerIdentity(citizen, { txCode: {} });
  const window = await follow(citizen, offer);
  const field = window.codeField;
  for (let round = 0; round < 5; round += 1) {
    await field.fill(offer.txCode === `${round}11111` ? '987654' : `${round}11111`);
    await expect(window.button('receive')).toBeEnabled();
    await window.approve('receive');
    await expect(window.alert).toBeVisible();
  }
  await expect(window.alert).toContainText(words.fa.locked);
  await expect(window.button('receive')).toBeDisabled();
});

for (const language of ['fa', 'en'] as const) {
  test(`a sign-in at the issuer brings the documents, and its tab closes by itself (${language})`, async ({ wallet, world }) => {
    test.setTimeout(150_000);
    const citizen = await becomeCitizen({ wallet, world, person, language });
    const site = await wallet.context.newPage();
    await site.goto(`${world.demo.agencies['civil-registry'].origin}/identity?lang=${language}`);
    const window = await openConsent(citizen, () => site.getByRole('link', { name: words[language].begin }).click());
    await expect(window.signInButton).toBeEnabled();
    expect(await findBarriers(window.page)).toEqual([]);
    const opening = wallet.context.waitForEvent('page');
    await window.signInButton.click();
    await identify(await opening, language);
    await expect(window.page.getByText(words[language].signedIn)).toBeVisible();
    await expect(window.button('receive')).toBeEnabled();
    await window.approve('receive');
    await window.expectEnd('received');
    await expect(await openDocuments(citizen)).toBeVisible();
  });
}

/** Identifies the person on the page for signing in, in the language that the site was read in before; it closes after that. */
async function identify(page: Page, language: 'fa' | 'en'): Promise<void> {
  const text = words[language];
  expect(await findBarriers(page)).toEqual([]);
  await page.locator(`#letter-${person.id}`).getByRole('button', { name: text.letter }).click();
  await expect(page.locator('[name=national_id]')).toHaveValue(person.claims.national_id);
  const closed = page.waitForEvent('close');
  await page.getByRole('button', { name: text.submit, exact: true }).click();
  await closed;
}

test('each copy is shown once, new ones come, and a revoked document says why and since when', async ({ wallet, world }) => {
  test.setTimeout(240_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'fa' });
  const offer = await offerIdentity(citizen);
  const window = await follow(citizen, offer);
  await expect(window.button('receive')).toBeEnabled();
  await window.approve('receive');
  await window.expectEnd('received');
  await window.close();
  await signInAtTax(citizen);
  const card = await openDocuments(citizen);
  await expect(card).toContainText(words.fa.copies('۹', '۱۰'));
  await card.getByRole('button', { name: words.fa.renew }).click();
  await expect(card).toContainText(words.fa.copies('۱۰', '۱۰'));

  await callRegistry(world, '/daricheh/issuer/statuses', { offerId: offer.offerId, status: 'invalid' });
  // The server makes its list anew once a minute, and the worker keeps the one that it has: another day both have run out.
  await expect(async () => {
    await wallet.stopWorker();
    await card.getByRole('button', { name: words.fa.check }).click();
    await expect(card.getByRole('alert')).toContainText(words.fa.revoked, { timeout: 5_000 });
  }).toPass({ intervals: [10_000], timeout: 120_000 });
  const { page } = citizen;
  const news = page.getByRole('status').filter({ hasText: words.fa.news });
  await expect(news).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await news.getByRole('button', { name: words.fa.seen }).click();
  await expect(news).toBeHidden();
  await expect(card.getByRole('alert')).toContainText(words.fa.revoked);
});

function toPersian(digits: string): string {
  return digits.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);
}
