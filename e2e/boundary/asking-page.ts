import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import { expect, type Page } from '@playwright/test';
import type { Citizen } from '../citizen.ts';
import { type ConsentScreen, openConsent } from '../screens/consent.ts';

/** Code that runs in a page under test, kept in its `window.asking`. */
type Asking = { requests: unknown; ends: unknown[]; controller: AbortController };

/** A page of an agency that asks by a button of its own, with whatever a test hands it. */
export type AskingPage = {
  readonly site: Page;
  /** Asks, and takes hold of the window that opens. */
  ask(request: { readonly protocol: string; readonly data: unknown }): Promise<ConsentScreen>;
  /** Follows a link that a script of the page leads to. */
  follow(href: string): Promise<ConsentScreen>;
  /** Takes the call back; its window closes, and it counts as no refusal. */
  takeBack(window: ConsentScreen): Promise<void>;
  /** Goes on to another page of the site: the window says so and is closed, and it counts as no refusal of the citizen's. */
  leave(window: ConsentScreen): Promise<void>;
  /** What came of each call: what was answered, or the name of the error. */
  readEnds(): Promise<unknown[]>;
};

export async function openAskingPage(citizen: Citizen, origin: string): Promise<AskingPage> {
  const site = await citizen.wallet.context.newPage();
  await site.goto(`${origin}/`);
  await site.evaluate(() => {
    const asking: Asking = { requests: [], ends: [], controller: new AbortController() };
    const ask = () => {
      asking.controller = new AbortController();
      const options = { digital: { requests: asking.requests }, signal: asking.controller.signal } as CredentialRequestOptions;
      navigator.credentials.get(options).then(
        (given) => asking.ends.push(Reflect.get(given ?? {}, 'data')),
        (error: Error) => asking.ends.push(error.name),
      );
    };
    Reflect.set(window, 'asking', asking);
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    button.addEventListener('click', ask);
    document.body.prepend(button);
  });
  return {
    site,
    ask: async (request) => {
      await site.evaluate((asked) => {
        (Reflect.get(window, 'asking') as Asking).requests = [asked];
      }, request);
      return openConsent(citizen, () => site.click('#ask'));
    },
    follow: (href) => openConsent(citizen, () => site.evaluate((to) => location.assign(to), href)),
    takeBack: async ({ page }) => {
      const closed = page.waitForEvent('close');
      await site.evaluate(() => (Reflect.get(window, 'asking') as Asking).controller.abort());
      await closed;
    },
    leave: async (window) => {
      await site.goto(`${origin}/?${crypto.randomUUID()}`);
      await expect(window.heading).toHaveText('That page is gone');
      await window.close();
    },
    readEnds: () => site.evaluate(() => (Reflect.get(window, 'asking') as Asking).ends),
  };
}

/** The window refuses with this code, and the page goes on. */
export async function expectRefusal(page: AskingPage, href: string, code: ErrorCode): Promise<void> {
  const window = await page.follow(href);
  await expect(window.alert).toHaveText(errorSentences[code].en, { timeout: 20_000 });
  await page.leave(window);
}
