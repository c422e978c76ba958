import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from '../citizen.ts';
import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { openPassport } from '../screens/passport.ts';

// Links for a wallet that no person clicked: what a script or a redirect of a site leads to.

const person = getLetterPerson('sara-rezaei');

/** Brings the tab to the passport office's sign-in, and takes the link out of the page. */
async function takeLink(site: Page, citizen: Citizen): Promise<string> {
  const link = await openPassport(site, citizen.world).reachSignInLink();
  const href = await link.getAttribute('href');
  if (href === null) throw new Error('The sign-in has no link.');
  await link.evaluate((anchor) => anchor.remove());
  return href;
}

/** Lets an address of the site's own redirect to `href`. */
async function redirect(site: Page, href: string): Promise<string> {
  const address = new URL('/leads-to-the-wallet', site.url()).href;
  await site.context().route(address, (route) => route.fulfill({ status: 302, headers: { location: href } }));
  return address;
}

const ways: Record<string, (site: Page, href: string) => Promise<unknown>> = {
  'location of a script': (site, href) => site.evaluate((to) => location.assign(to), href),
  'a click that a script makes': (site, href) =>
    site.evaluate((to) => Object.assign(document.createElement('a'), { href: to }).click(), href),
  'window.open': (site, href) => site.evaluate((to) => void window.open(to), href),
  'a frame': (site, href) =>
    site.evaluate((to) => document.body.append(Object.assign(document.createElement('iframe'), { src: to })), href),
  'a redirect': async (site, href) => site.evaluate((to) => location.assign(to), await redirect(site, href)),
  'a redirect in a new tab': async (site, href) => site.evaluate((to) => void window.open(to), await redirect(site, href)),
};

test('W17: whatever way a link was followed, its answer opens in the tab of the agency that asked', async ({ wallet, world }) => {
  test.setTimeout(240_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  for (const [name, follow] of Object.entries(ways)) {
    await test.step(name, async () => {
      const site = await wallet.context.newPage();
      const href = await takeLink(site, citizen);
      const before = wallet.context.pages().length;
      const window = await openConsent(citizen, () => follow(site, href));
      await window.approve('present');
      await window.expectEnd('shown');
      await openPassport(site, world).expectQuestion('/apply/name');
      await expect.poll(() => wallet.context.pages().length).toBe(before);
      await site.close();
      await wallet.context.unrouteAll();
    });
  }
});
