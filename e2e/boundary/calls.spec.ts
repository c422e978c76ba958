import { getLetterPerson } from '@daricheh/agencies/people';
import { errorSentences } from '@daricheh/shared/errors';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from '../citizen.ts';
import type { RunningWorld } from '../demo.ts';
import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { openTax } from '../screens/tax.ts';

// What a page can do to the wallet's window, and what it gets: the rows of threats.md that lie between page and wallet.

const person = getLetterPerson('sara-rezaei');

function ask(page: Page, name: string, request: object): Promise<{ ok: boolean; value: unknown }> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { daricheh: name, request });
}

async function openWindow(citizen: Citizen, trigger: () => Promise<unknown>): Promise<Page> {
  return (await openConsent(citizen, trigger)).page;
}

/** Lets a page of the tax administration ask by a button of its own: a script's call alone has no person behind it. */
async function prepareCalls(site: Page, world: RunningWorld): Promise<void> {
  await site.goto(`${world.demo.agencies.tax.origin}/`);
  await site.evaluate(async () => {
    const answer = await fetch('/daricheh/verifier/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ use: 'sign-in', channel: 'dc_api' }),
    });
    const { request } = await answer.json();
    const state = { request, ends: [] as string[], controller: new AbortController() };
    const call = () =>
      navigator.credentials
        .get({ digital: { requests: [request] }, signal: state.controller.signal } as CredentialRequestOptions)
        .then(() => state.ends.push('answered'))
        .catch((error: Error) => state.ends.push(error.name));
    Object.assign(window, { state, call });
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    button.addEventListener('click', () => void call());
    document.body.prepend(button);
  });
}

/** Playwright's own `evaluate` counts as a person's act, and each act for five seconds. */
async function callWithoutPerson(site: Page): Promise<void> {
  await site.waitForTimeout(5_200);
  const session = await site.context().newCDPSession(site);
  await session.send('Runtime.evaluate', { expression: 'void call()', userGesture: false });
}

const readEnds = (site: Page) => site.evaluate(() => (Reflect.get(window, 'state') as { ends: string[] }).ends);

test('B4, A8: a call without a person is refused, and of many calls one window opens', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  const site = await wallet.context.newPage();
  await prepareCalls(site, world);
  await callWithoutPerson(site);
  await expect.poll(() => readEnds(site)).toEqual(['NotAllowedError']);
  expect(wallet.context.pages().filter((page) => page.url().includes('consent.html'))).toHaveLength(0);
  const window = await openWindow(citizen, async () => {
    await site.evaluate(() => {
      const call = Reflect.get(globalThis, 'call') as () => void;
      document.getElementById('ask')?.addEventListener('click', () => Array.from({ length: 9 }, () => call()));
    });
    await site.click('#ask');
  });
  await expect.poll(async () => (await readEnds(site)).length).toBe(10);
  expect(new Set(await readEnds(site))).toEqual(new Set(['NotAllowedError']));
  expect(wallet.context.pages().filter((page) => page.url().includes('consent.html'))).toHaveLength(1);
  await expect(window.getByText('This document is not in your wallet')).toBeVisible();
});

test('A8: three refusals within a minute silence the site', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  const site = await wallet.context.newPage();
  await prepareCalls(site, world);
  for (let count = 1; count <= 3; count++) {
    const window = await openWindow(citizen, () => site.click('#ask'));
    await window.getByRole('button', { name: 'Refuse' }).click();
    await expect.poll(async () => (await readEnds(site)).length).toBe(count);
  }
  await site.click('#ask');
  await expect.poll(() => readEnds(site)).toEqual(Array(4).fill('NotAllowedError'));
  expect(wallet.context.pages().filter((page) => page.url().includes('consent.html'))).toHaveLength(0);
});

test('B16: a call that is taken back closes the window, and releases nothing', async ({ wallet, world, traffic }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  await prepareCalls(site, world);
  const window = await openWindow(citizen, () => site.click('#ask'));
  await expect(window.getByRole('button', { name: 'Show these' })).toBeVisible();
  const closed = window.waitForEvent('close');
  await site.evaluate(() => (Reflect.get(globalThis, 'state') as { controller: AbortController }).controller.abort());
  await closed;
  expect(await readEnds(site)).toEqual(['AbortError']);
  await test.step('taken back at once, it opens nothing, and the next call finds the tab free', async () => {
    await site.evaluate(() => {
      const state = Reflect.get(globalThis, 'state') as { controller: AbortController };
      state.controller = new AbortController();
      void (Reflect.get(globalThis, 'call') as () => Promise<unknown>)();
      state.controller.abort();
      state.controller = new AbortController();
    });
    await expect.poll(() => readEnds(site)).toEqual(['AbortError', 'AbortError']);
    const next = await openWindow(citizen, () => site.click('#ask'));
    await expect(next.getByRole('button', { name: 'Show these' })).toBeVisible();
    expect(wallet.context.pages().filter((page) => page.url().includes('consent.html'))).toHaveLength(1);
    await next.getByRole('button', { name: 'Refuse' }).click();
    await expect.poll(() => readEnds(site)).toEqual(['AbortError', 'AbortError', 'NotAllowedError']);
  });
  expect((await ask(citizen.page, 'history/list', {})).value).toEqual([]);
  expect(traffic.listTo('tax.localhost').some(({ url }) => url.pathname.endsWith('/dc-response'))).toBe(false);
});

test('A9: a page that leaves takes its question with it', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  await prepareCalls(site, world);
  const window = await openWindow(citizen, () => site.click('#ask'));
  await expect(window.getByRole('button', { name: 'Show these' })).toBeEnabled();
  await site.goto(`${world.demo.agencies.transport.origin}/`);
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('That page is gone');
  expect((await ask(citizen.page, 'history/list', {})).value).toEqual([]);
});

test('B6: a request that was signed for one site is refused at another', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const tax = await wallet.context.newPage();
  await prepareCalls(tax, world);
  const request = await tax.evaluate(() => (Reflect.get(globalThis, 'state') as { request: unknown }).request);
  const site = await wallet.context.newPage();
  await site.goto(`${world.demo.agencies.transport.origin}/`);
  await site.evaluate((stolen) => {
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    const get = () => navigator.credentials.get({ digital: { requests: [stolen] } } as CredentialRequestOptions);
    button.addEventListener('click', () => void get().catch((error: Error) => document.body.setAttribute('data-end', error.name)));
    document.body.prepend(button);
  }, request);
  const window = await openWindow(citizen, () => site.click('#ask'));
  await expect(window.getByRole('alert')).toHaveText(errorSentences.request_origin_mismatch.en);
  await window.getByRole('button', { name: 'Close' }).click();
  await expect(site.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect((await ask(citizen.page, 'history/list', {})).value).toEqual([]);
});

test('A6: a click that comes with the window decides nothing', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  await prepareCalls(site, world);
  const window = await openWindow(citizen, () => site.click('#ask'));
  const approve = window.getByRole('button', { name: 'Show these' });
  await expect(approve).toBeVisible();
  await expect(approve).toBeDisabled({ timeout: 400 });
  await expect(window.getByRole('button', { name: 'Refuse' })).toBeFocused();
  await expect(approve).toBeEnabled();
});

test('a stopped worker goes on with an open question', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await wallet.context.newPage();
  const tax = openTax(site, world, 'en');
  await tax.openHome();
  const window = await openWindow(citizen, () => tax.signInButton.click());
  await expect(window.getByRole('button', { name: 'Show these' })).toBeEnabled();
  await wallet.stopWorker();
  await window.getByRole('button', { name: 'Show these' }).click();
  await expect(tax.signedInName).toBeVisible();
});
