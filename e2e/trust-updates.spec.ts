import { errorSentences } from '@daricheh/shared/errors';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { openPublishedList } from './published-list.ts';
import { makeWallet } from './screens/wallet-data.ts';

// The trust list of a running wallet, renewed from where it is published.

const words = {
  fa: { look: 'همین حالا فهرست تازه‌تر را بجوی', build: 'همراه خود دریچه', published: 'از جایی که منتشر می‌شود' },
  en: { look: 'Look for a newer list now', build: 'With Daricheh itself', published: 'From where it is published' },
} as const;

for (const language of ['fa', 'en'] as const) {
  test(`a newer trust list is taken, an older one is not, and the wallet says which it has (${language})`, async ({
    wallet,
    world,
    traffic,
  }, info) => {
    const { first, publish, restore } = openPublishedList(world);
    const { serial, agencies } = first;
    const text = words[language];
    try {
      const page = await makeWallet(wallet, { facts: {}, origins: [], language });
      await page.goto(`${wallet.origin}/wallet.html#/settings`);
      await expect(page.getByText(text.build)).toBeVisible();
      await test.step('newer: an agency that joined is there at once', async () => {
        const [agency] = agencies;
        if (!agency) throw new Error('The demo has no agency.');
        const joined = {
          ...agency,
          id: 'post',
          name: { fa: 'پست', en: 'Post' },
          origins: ['http://post.localhost:9999'],
          certificateHashes: [],
        };
        await publish({ serial: serial + 1, agencies: [...agencies, joined] });
        await page.getByRole('button', { name: text.look }).click();
        await expect(page.getByText(text.published)).toBeVisible();
        await expect(page.getByText(joined.name[language], { exact: true })).toBeVisible();
        await page.screenshot({ path: info.outputPath('settings.png'), fullPage: true });
        expect(await findBarriers(page)).toEqual([]);
      });
      await test.step('people read the same edition at the office that publishes it', async () => {
        const office = await wallet.context.newPage();
        await office.goto(`http://trust.localhost:${world.demo.ports.sites}/?lang=${language}`);
        await expect(office.getByRole('table')).toHaveCount(2);
        await office.screenshot({ path: info.outputPath('office.png'), fullPage: true });
        expect(await findBarriers(office)).toEqual([]);
        await office.close();
      });
      await test.step('the request for it says nothing but the edition', () => {
        const [asked] = traffic.listTo('trust.localhost');
        expect(asked?.headers).toMatchObject({ 'if-none-match': `"${serial}"` });
        expect(Object.keys(asked?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
        expect(asked?.url.search).toBe('');
        return Promise.resolve();
      });
      await test.step('older: refused, and the list in use stays, after a restart of the worker too', async () => {
        await publish({ serial });
        await page.getByRole('button', { name: text.look }).click();
        await expect(page.getByRole('alert')).toHaveText(errorSentences.trust_list_rolled_back[language]);
        await wallet.stopWorker();
        await page.reload();
        await expect(page.getByText(text.published)).toBeVisible();
      });
      await test.step('too old: it says so, and nothing leaves the wallet by it', async () => {
        const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
        await publish({ serial: serial + 2, issuedAt: daysAgo(40), nextUpdate: daysAgo(20) });
        await page.getByRole('button', { name: text.look }).click();
        await expect(page.getByRole('alert')).toHaveText(errorSentences.trust_list_expired[language]);
        const site = await wallet.context.newPage();
        await site.goto(`${world.demo.agencies.tax.origin}/`);
        const message = { daricheh: 'fill/look', request: { tabId: await wallet.findTabId(site) } };
        const answer = await page.evaluate((asked) => chrome.runtime.sendMessage(asked), message);
        expect(answer).toMatchObject({ ok: false, error: { code: 'trust_list_expired' } });
      });
    } finally {
      restore();
    }
  });
}
