import { getLetterPerson } from '@daricheh/agencies/people';
import { errorSentences } from '@daricheh/shared/errors';
import type { Frame, Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from '../citizen.ts';
import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { openAskingPage } from './asking-page.ts';
import { askFor, createForger } from './forge-requests.ts';

// What a page does to the hook in its own world, and to the events between the hook and the wallet.

const person = getLetterPerson('sara-rezaei');

/** What a page without a server asks. */
const unsigned = () => ({
  protocol: 'openid4vp-v1-unsigned',
  data: { response_type: 'vp_token', response_mode: 'dc_api', nonce: crypto.randomUUID(), dcql_query: askFor([['given_name']]) },
});

const listHistory = async ({ page }: Citizen) =>
  (await page.evaluate(() => chrome.runtime.sendMessage({ daricheh: 'history/list', request: {} }))).value as unknown[];

const countWindows = ({ wallet }: Citizen) => wallet.context.pages().filter((page) => page.url().includes('consent.html')).length;

async function preparePages({ wallet, world }: Pick<Citizen, 'wallet' | 'world'>) {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  return { citizen, tax: world.demo.agencies.tax.origin, transport: world.demo.agencies.transport.origin };
}

test('B2: a page that breaks or replaces the hook gets no answer that is another’s, and harms no other page', async ({ wallet, world }) => {
  const { citizen, transport, tax } = await preparePages({ wallet, world });
  const page = await openAskingPage(citizen, transport);
  const stolen = { protocol: 'openid4vp-v1-signed', data: { request: createForger(world).forge() } };
  await test.step('poisoned built-ins', async () => {
    await page.site.evaluate(() => {
      const wrap = (owner: object, name: string) => {
        const original = Reflect.get(owner, name);
        const wrapped = function (this: unknown, ...given: unknown[]) {
          return Reflect.apply(original, this, given);
        };
        Object.defineProperty(owner, name, { value: wrapped, writable: true, configurable: true });
      };
      for (const name of ['then', 'catch', 'finally']) wrap(Promise.prototype, name);
      for (const name of ['map', 'filter', 'includes', 'some']) wrap(Array.prototype, name);
      for (const name of ['parse', 'stringify']) Object.defineProperty(JSON, name, { value: () => '{"origin":"https://evil.test"}' });
      globalThis.dispatchEvent = () => true;
    });
    const window = await page.ask(stolen);
    await expect(window.alert).toHaveText(errorSentences.request_origin_mismatch.en);
    await page.takeBack(window);
  });
  await test.step('a hook over the hook', async () => {
    await page.site.evaluate(() => {
      const inner = CredentialsContainer.prototype.get;
      CredentialsContainer.prototype.get = function (options) {
        return Reflect.apply(inner, this, [{ ...options, origin: 'https://evil.test' }]);
      };
    });
    const window = await page.ask(stolen);
    await expect(window.alert).toHaveText(errorSentences.request_origin_mismatch.en);
    await page.takeBack(window);
  });
  await test.step('no hook', async () => {
    await page.site.evaluate(() => {
      CredentialsContainer.prototype.get = () => Promise.reject(new DOMException('', 'NotSupportedError'));
    });
    await page.site.click('#ask');
    await expect.poll(() => page.readEnds()).toEqual(['AbortError', 'AbortError', 'NotSupportedError']);
    expect(countWindows(citizen)).toBe(0);
  });
  await test.step('another page is answered', async () => {
    const honest = await openAskingPage(citizen, tax);
    const window = await honest.ask(unsigned());
    await window.approve('present');
    await expect.poll(() => honest.readEnds()).toEqual([{ vp_token: { identity: [expect.any(String)] } }]);
  });
  expect(await listHistory(citizen)).toHaveLength(1);
});

/** A document without a policy of its own, which may hold frames. */
async function openBlank(site: Page, address: string): Promise<void> {
  await site.context().route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await site.goto(address);
}

/** A frame in the page, of a document that the test writes, which asks by a button of its own. */
async function addFrame(site: Page, address: string, allow: string): Promise<Frame> {
  await site.context().route(`${address}*`, (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await site.evaluate(
    ([src, delegated]) =>
      new Promise<void>((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src, allow: delegated, onload: () => resolve() });
        document.body.prepend(frame);
      }),
    [address, allow] as const,
  );
  const frame = site.frames().find((each) => each.url() === address);
  if (!frame) throw new Error('The frame is not there.');
  await frame.evaluate((request) => {
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    const end = (said: string) => document.body.setAttribute('data-end', said);
    button.addEventListener('click', () => {
      const options = { digital: { requests: [request] } } as CredentialRequestOptions;
      navigator.credentials.get(options).then(
        () => end('answered'),
        (error: Error) => end(error.name),
      );
    });
    document.body.append(button);
  }, unsigned());
  return frame;
}

test('B5: a frame of another origin asks only where the page has delegated it', async ({ wallet, world }) => {
  const { citizen, tax, transport } = await preparePages({ wallet, world });
  const site = await wallet.context.newPage();
  await openBlank(site, `${transport}/outer`);
  const stranger = await addFrame(site, `${tax}/framed`, '');
  await stranger.locator('#ask').click();
  await expect(stranger.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect(countWindows(citizen)).toBe(0);
  const delegate = await addFrame(site, `${tax}/delegated`, 'digital-credentials-get');
  const window = await openConsent(citizen, () => delegate.locator('#ask').click());
  await expect(window.asker).toBeVisible();
});
