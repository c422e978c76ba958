import { errorSentences } from '@daricheh/shared/errors';
import { expect, test } from '../demo-fixtures.ts';
import { openAskingPage } from './asking-page.ts';
import { becomeHolder, countWindows, listHistory } from './citizen-at-sites.ts';
import { askUnsigned, createForger, signedCall } from './forge-requests.ts';
import { askEvent, sayFromScript } from './page-words.ts';

// What a page does to the hook in its own world, and what it makes the hook read.

test('B2: a page that breaks or replaces the hook gets no answer that is another’s, and harms no other page', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { tax, transport } = world.demo.agencies;
  const page = await openAskingPage(citizen, transport.origin);
  const stolen = signedCall(createForger(world).forge());
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
    const honest = await openAskingPage(citizen, tax.origin);
    const window = await honest.ask(askUnsigned());
    await window.approve('present');
    await expect.poll(() => honest.readEnds()).toEqual([{ vp_token: { identity: [expect.any(String)] } }]);
  });
  expect(await listHistory(citizen)).toHaveLength(1);
});

test('B18: a request that is too large, runs in circles or acts when it is read ends as an error, and the wallet goes on', async ({
  wallet,
  world,
}) => {
  const citizen = await becomeHolder({ wallet, world });
  const page = await openAskingPage(citizen, world.demo.agencies.tax.origin);
  // An act of Playwright's in the page counts as a person's.
  await page.site.evaluate((name) => {
    const asking = Reflect.get(globalThis, 'asking') as { ends: unknown[] };
    const protocol = 'openid4vp-v1-unsigned';
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const fail = () => {
      throw new TypeError('read');
    };
    const requests = [
      { protocol, data: 'x'.repeat(100_000_000) },
      { protocol, data: 'x'.repeat(65_536) },
      { protocol, data: circle },
      Object.defineProperty({ protocol }, 'data', { get: fail, enumerable: true }),
      Object.defineProperty({}, 'protocol', { get: fail, enumerable: true }),
      new Proxy({ protocol, data: {} }, { get: fail }),
      new Proxy({ protocol, data: {} }, { has: fail }),
      { protocol, data: new Proxy({}, { ownKeys: fail }) },
    ];
    for (const request of requests) {
      const options = { digital: { requests: [request] } } as CredentialRequestOptions;
      navigator.credentials.get(options).catch((error: Error) => asking.ends.push(error.name));
    }
    globalThis.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify({ id: 'mine', requests: ['x'.repeat(20_000_000)] }) }));
  }, askEvent);
  const errors = Array(8).fill('TypeError');
  await expect.poll(() => page.readEnds()).toEqual(errors);
  await test.step('past the hook, the worker refuses it', async () => {
    const large = { requestId: 'mine', requests: JSON.stringify([{ protocol: 'openid4vp-v1-unsigned', data: 'x'.repeat(65_536) }]) };
    const refused = { ok: false, error: { code: 'malformed_request' } };
    expect(await sayFromScript(page.site, { daricheh: 'present/ask', request: large })).toMatchObject(refused);
    const larger = { requestId: 'mine', requests: 'x'.repeat(1_000_000) };
    const cut = { ok: false, error: { code: 'body_too_large' } };
    expect(await sayFromScript(page.site, { daricheh: 'present/ask', request: larger })).toMatchObject(cut);
  });
  expect(countWindows(citizen)).toBe(0);
  expect(await listHistory(citizen)).toEqual([]);
  const window = await page.ask(askUnsigned());
  await window.approve('present');
  await expect.poll(() => page.readEnds()).toEqual([...errors, { vp_token: { identity: [expect.any(String)] } }]);
});
