import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { BrowserContext, Page } from '@playwright/test';
import { launchPlainBrowser, type WalletBrowser } from './browser.ts';
import { becomeCitizen } from './citizen.ts';
import { expect, test } from './demo-fixtures.ts';
import { makeWallet, tell } from './screens/wallet-data.ts';

// Where the wallet shows itself, and where it must not: pages of no site, look-alikes, and sites that are not switched on.

const person = getLetterPerson('sara-rezaei');

/** Asks the browser for a digital credential, as any page may, and says what came of it within a second: the name of an error, or silence. */
function callForCredential(page: Page): Promise<string> {
  return page.evaluate(() => {
    const request = { protocol: 'openid4vp-v1-unsigned', data: { response_type: 'vp_token', nonce: 'n'.repeat(43) } };
    // Where there is no `navigator.credentials` at all, this rejects too.
    const ask = async () => navigator.credentials.get({ digital: { requests: [request] } } as CredentialRequestOptions);
    const end = ask().then(
      () => 'answered',
      (error: Error) => error.name,
    );
    return Promise.race([end, new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 1000))]);
  });
}

/** What a page can find of the wallet: nodes of ours, a hook in the way of the call, names that do not belong. */
function findTraces(page: Page) {
  return page.evaluate(() => ({
    nodes: document.querySelectorAll('[class*=daricheh], [id*=daricheh], [data-daricheh]').length,
    roots: [...document.querySelectorAll('*')].filter((node) => node.shadowRoot !== null).length,
    get:
      !('CredentialsContainer' in window) || Function.prototype.toString.call(CredentialsContainer.prototype.get).includes('[native code]'),
    ownGet: Object.hasOwn(navigator.credentials ?? {}, 'get'),
  }));
}

const noTraces = { nodes: 0, roots: 0, get: true, ownGet: false };

/** Opens an address at which nobody is, with a page that somebody might have put there. */
async function openAt({ context }: Pick<WalletBrowser, 'context'>, address: string): Promise<Page> {
  const site = await context.newPage();
  const body = '<!doctype html><title>form</title><form><label>Given name <input autocomplete="given-name"></label></form>';
  await site.route(/^https?:/, (route) => route.fulfill({ contentType: 'text/html', body }));
  await site.goto(address);
  return site;
}

async function expectNothingHappened(citizenPage: Page, sites: Page): Promise<void> {
  expect(
    sites
      .context()
      .pages()
      .filter((page) => page.url().includes('consent.html')),
  ).toEqual([]);
  expect(await tell(citizenPage, 'history/list', {})).toEqual([]);
}

test('A13: on pages of no site, and over http, the wallet is not there, and says why', async ({ wallet, world }) => {
  // On each of four pages two browsers wait for an answer that does not come, and two pages of the wallet open.
  test.setTimeout(240_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-page-'));
  const file = join(folder, 'form.html');
  writeFileSync(file, '<!doctype html><title>form</title><label>Given name <input name="given_name" autocomplete="given-name"></label>');
  const port = world.demo.ports.sites;
  const plain = await launchPlainBrowser();
  try {
    const bare = { context: await plain.newContext() };
    // Of these the browser tells no address to an extension that was not called there by its button, which no test can press.
    const unseen = 'does not see which page this is';
    for (const { scheme, address, isSecure, why } of [
      { scheme: 'file:', address: `file://${file}`, isSecure: true, why: unseen },
      {
        scheme: 'data:',
        address: 'data:text/html,<label>Given name <input autocomplete="given-name"></label>',
        isSecure: false,
        why: unseen,
      },
      { scheme: 'http: on this machine', address: `http://stranger.localhost:${port}/`, isSecure: true, why: 'without encryption' },
      { scheme: 'http:', address: 'http://stranger.test/', isSecure: false, why: unseen },
    ]) {
      await test.step(scheme, async () => {
        const [site, same] = [await openAt(wallet, address), await openAt(bare, address)];
        expect(await site.evaluate(() => isSecureContext)).toBe(isSecure);
        expect(await findTraces(site)).toEqual(noTraces);
        await expectOwnAnswer(site, same);
        await expectReason(wallet, site, why);
        await site.close();
      });
    }
  } finally {
    await plain.close();
  }
  await test.step('none of them can be switched on', async () => {
    for (const origin of [`http://stranger.localhost:${port}`, 'file:///etc/passwd', 'ftp://tax.localhost', 'data:text/html,x']) {
      const answer = await citizen.page.evaluate((message) => chrome.runtime.sendMessage(message), {
        daricheh: 'sites/switch',
        request: { origin, isEnabled: true },
      });
      expect(answer).toMatchObject({ ok: false });
    }
  });
  await test.step('the demo’s own sites are the exception, by exactly their origin', async () => {
    const site = await wallet.context.newPage();
    await site.goto(`${world.demo.agencies.tax.origin}/`);
    expect((await findTraces(site)).get).toBe(false);
  });
  await expectNothingHappened(citizen.page, citizen.page);
  rmSync(folder, { recursive: true });
});

/**
 * The call ends as in a browser without the wallet: the browser's own chooser, which waits here, where the context is
 * secure; elsewhere there is no `navigator.credentials`, and to call it is a TypeError.
 */
async function expectOwnAnswer(site: Page, same: Page): Promise<void> {
  const isSecure = await site.evaluate(() => isSecureContext);
  const ends = [await callForCredential(site), await callForCredential(same)];
  expect(ends).toEqual(isSecure ? ['no answer', 'no answer'] : ['TypeError', 'TypeError']);
}

/** Popup and panel over the page say why the wallet does nothing there, and offer nothing. */
async function expectReason(wallet: WalletBrowser, site: Page, why: string): Promise<void> {
  const worker = await wallet.findWorker();
  const id = await worker.evaluate(
    async (url) => (await chrome.tabs.query({})).filter((tab) => tab.url === undefined || tab.url === url).at(-1)?.id,
    site.url(),
  );
  for (const name of ['popup', 'sidepanel']) {
    const page = await wallet.context.newPage();
    await page.goto(`${wallet.origin}/${name}.html?tab=${id}`);
    await expect(page.locator('.site')).toContainText(why);
    await expect(page.getByRole('button', { name: /^(Switch on|Fill)/ })).toHaveCount(0);
    await page.close();
  }
}

test('A13: a blob page counts as no site, even when an agency’s page made it', async ({ wallet, world }) => {
  const { origin } = world.demo.agencies.tax;
  const page = await makeWallet(wallet, { facts: {}, origins: [origin], language: 'en' });
  const plain = await launchPlainBrowser();
  try {
    const [made, same] = [await openBlob(wallet.context, origin), await openBlob(await plain.newContext(), origin)];
    expect(await findTraces(made)).toEqual(noTraces);
    await expectOwnAnswer(made, same);
    await expectReason(wallet, made, 'does not see which page this is');
    await expectNothingHappened(page, made);
  } finally {
    await plain.close();
  }
});

async function openBlob(context: BrowserContext, origin: string): Promise<Page> {
  const site = await context.newPage();
  await site.goto(`${origin}/`);
  const opening = context.waitForEvent('page');
  await site.evaluate(() => {
    const blob = new Blob(['<input autocomplete="given-name">'], { type: 'text/html' });
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), target: '_blank' });
    document.body.append(link);
    link.click();
  });
  const made = await opening;
  await made.waitForURL(/^blob:/);
  return made;
}

test('A14: what only looks like an agency is shown in red, by its bare name, and gets nothing', async ({ wallet, world }) => {
  const { origin: tax, host } = world.demo.agencies.tax;
  const port = world.demo.ports.sites;
  const page = await makeWallet(wallet, { facts: { 'given-name': 'Sara' }, origins: [tax], language: 'en' });
  const places = [
    ['Cyrillic а', `http://t\u0430x.localhost:${port}/`, 'xn--'],
    ['a trailing dot', `http://${host}.:${port}/`, `${host}.`],
    ['another port', `http://${host}:${world.demo.ports.server}/`, `${host}:${world.demo.ports.server}`],
    ['another’s name behind it', `http://${host}.evil.localhost:${port}/`, 'evil'],
    ['an extra word', world.demo.lookAlikeOrigin, 'tax-gov'],
  ] as const;
  for (const [what, address, shown] of places) {
    await test.step(what, async () => {
      const site = await openAt(wallet, address);
      const popup = await wallet.openPopup(site);
      const panel = popup.locator('.site-look-alike');
      await expect(panel).toContainText('not on the trust list');
      await expect(panel).toContainText(shown);
      await expect(panel).toContainText(tax);
      await expect(popup.getByRole('button', { name: /Switch on/ })).toHaveCount(0);
      const { origin } = new URL(address);
      const answer = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
        daricheh: 'sites/switch',
        request: { origin, isEnabled: true },
      });
      expect(answer).toMatchObject({ ok: false, error: { code: 'lookalike_origin' } });
      expect(await findTraces(site)).toEqual(noTraces);
      expect(await callForCredential(site)).not.toBe('answered');
      await popup.close();
      await site.close();
    });
  }
  await test.step('a name before an @ is nobody’s: the site is the one behind it', async () => {
    const stranger = `https://stranger.localhost:${port}`;
    const site = await openAt(wallet, `https://${host}@stranger.localhost:${port}/`);
    const popup = await wallet.openPopup(site);
    await expect(popup.locator('.site')).toContainText('Not on the list of agencies');
    await expect(popup.locator('.site')).toContainText(stranger);
    await expect(popup.locator('.site')).not.toContainText('Tax');
    expect(await findTraces(site)).toEqual(noTraces);
    expect(await callForCredential(site)).not.toBe('answered');
  });
  await test.step('fullwidth letters are no other name: the browser itself goes to the agency’s own site', async () => {
    const site = await wallet.context.newPage();
    await site.goto(`http://\uff54\uff41\uff58.localhost:${port}/`);
    expect(await site.evaluate(() => location.origin)).toBe(tax);
    const popup = await wallet.openPopup(site);
    await expect(popup.locator('.site')).toContainText(world.demo.agencies.tax.name.en);
    await expect(popup.locator('.site')).toContainText(tax);
  });
  await expectNothingHappened(page, page);
});

test('B19: a site that is not switched on finds nothing of the wallet', async ({ wallet, world }) => {
  await makeWallet(wallet, { facts: { 'given-name': 'Sara' }, origins: [world.demo.agencies.tax.origin], language: 'en' });
  const address = `${world.demo.agencies.passport.origin}/`;
  const site = await wallet.context.newPage();
  const plain = await launchPlainBrowser();
  const bare = await plain.newPage();
  try {
    await Promise.all([site.goto(address), bare.goto(address)]);
    const look = (page: Page) =>
      page.evaluate(() => ({
        names: Object.getOwnPropertyNames(window)
          .filter((name) => !/^\d+$/.test(name))
          .sort(),
        symbols: Object.getOwnPropertySymbols(window).length,
        container: Object.getOwnPropertyNames(CredentialsContainer.prototype).sort(),
        nodes: document.querySelectorAll('*').length,
      }));
    expect(await look(site)).toEqual(await look(bare));
    expect(await findTraces(site)).toEqual(noTraces);
    for (const path of ['wallet.html', 'consent.html', 'page-content.js', 'icon/16.png', 'manifest.json']) {
      const found = await site.evaluate(
        (url) =>
          fetch(url).then(
            () => 'there',
            () => 'not there',
          ),
        `${wallet.origin}/${path}`,
      );
      expect([path, found]).toEqual([path, 'not there']);
    }
    const isAnswered = await site.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime);
    expect(isAnswered).toBe('undefined');
  } finally {
    await plain.close();
  }
});

test('B20: what was granted to one origin is granted to no other', async ({ wallet, world }) => {
  const { origin: tax, host } = world.demo.agencies.tax;
  const port = world.demo.ports.sites;
  const page = await makeWallet(wallet, { facts: { 'given-name': 'Sara' }, origins: [tax], language: 'en' });
  const granted = await wallet.context.newPage();
  await granted.goto(`${tax}/`);
  await expect.poll(async () => (await findTraces(granted)).get).toBe(false);
  for (const address of [
    `${world.demo.agencies.passport.origin}/`,
    `http://www.${host}:${port}/`,
    `http://${host}:${world.demo.ports.server}/`,
    `https://${host}:${port}/`,
    `http://${host}.:${port}/`,
  ]) {
    await test.step(address, async () => {
      const site = await openAt(wallet, address);
      expect(await findTraces(site)).toEqual(noTraces);
      expect(await callForCredential(site)).not.toBe('answered');
      const seen = await tell(page, 'sites/describe', { tabId: await wallet.findTabId(site) });
      expect(seen).not.toMatchObject({ isEnabled: true });
      await site.close();
    });
  }
  const list = (await tell(page, 'sites/list', {})) as { origin: string; isEnabled?: boolean }[];
  expect(list.filter(({ isEnabled }) => isEnabled).map(({ origin }) => origin)).toEqual([tax]);
  await expectNothingHappened(page, granted);
});
