import { gallery, moreFacts } from '@daricheh/agencies/gallery';
import { createSite } from '@daricheh/agencies/gallery/site';
import { getLetterPerson } from '@daricheh/agencies/people';
import { findDemoFolder, loadDemo } from '@daricheh/scripts/demo';
import { launchWallet } from './browser.ts';
import { test as base, expect } from './fixtures.ts';
import { type Desk, fillPage } from './gallery/fill-page.ts';
import { findMisses } from './gallery/find-misses.ts';
import { keepShadowRoots } from './gallery/read-fields.ts';
import { listFacts, makeWallet } from './screens/wallet-data.ts';

/** One browser and one open wallet for all pages. The gallery answers from this process: it needs no server beside it. */
const test = base.extend<object, { readonly desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const { origin } = loadDemo(findDemoFolder()).agencies.gallery;
      const wallet = await launchWallet();
      await makeWallet(wallet, { facts: { ...listFacts(getLetterPerson('sara-rezaei')), ...moreFacts }, origins: [origin] });
      const gallerySite = createSite({ origin });
      await wallet.context.route(`${origin}/**`, async (route) => {
        const request = route.request();
        const answer = await gallerySite.request(request.url(), { method: request.method() });
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        });
      });
      const site = await wallet.context.newPage();
      await site.addInitScript(keepShadowRoots);
      await site.goto(`${origin}/`);
      const panel = await wallet.openSidePanel(site);
      await use({ site, panel, origin });
      await wallet.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** One after another, in one worker: they share its browser. */
test.describe.configure({ mode: 'default', timeout: 180_000 });

for (const { id, pages } of gallery) {
  test(`gallery: ${id}: every field reads as it must once the pages’ own scripts have run`, async ({ desk }) => {
    const misses: string[] = [];
    for (const page of pages) {
      const path = `/${id}/${page.id}`;
      misses.push(...findMisses(path, page, await fillPage(desk, path, page)));
    }
    expect(misses).toEqual([]);
  });
}
