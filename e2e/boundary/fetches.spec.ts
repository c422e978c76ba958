import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getLetterPerson } from '@daricheh/agencies/people';
import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import { becomeCitizen, receiveDocuments } from '../citizen.ts';
import { expect, test } from '../demo-fixtures.ts';
import { type AskingPage, openAskingPage } from './asking-page.ts';
import { createForger } from './forge-requests.ts';

// Links whose request lies elsewhere, or whose answer would go elsewhere.

const person = getLetterPerson('sara-rezaei');

/** A server inside, which must not hear a word. */
async function startCanary() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end();
  });
  server.on('connection', () => heard.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, heard, close: () => server.close() };
}

/** The window refuses with this code. The page goes away then, so that this counts as no refusal of the citizen's. */
async function expectRefusal(page: AskingPage, origin: string, href: string, code: ErrorCode): Promise<void> {
  const window = await page.follow(href);
  await expect(window.alert).toHaveText(errorSentences[code].en, { timeout: 20_000 });
  await page.site.goto(`${origin}/?${crypto.randomUUID()}`);
  await expect(window.heading).toHaveText('That page is gone');
  await window.close();
}

test('B14, B15: no byte goes to an address that is not the agency’s own, and no strange answer is read', async ({
  wallet,
  world,
  traffic,
}) => {
  test.setTimeout(300_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const { origin, clientId, forge } = createForger(world);
  const page = await openAskingPage(citizen, origin);
  const canary = await startCanary();
  const link = (members: Record<string, string>) => `openid4vp://?${new URLSearchParams({ client_id: clientId, ...members })}`;
  const inside = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f000001', '0177.0.0.1'];
  const outside = [
    'http://10.0.0.1/o',
    'http://169.254.169.254/latest/meta-data',
    'https://evil.test/o',
    `http://tax.localhost@127.0.0.1:${canary.port}/o`,
  ];
  traffic.forget();
  for (const address of [...inside.map((host) => `http://${host}:${canary.port}/o`), ...outside]) {
    await test.step(`B15: ${address}`, () => expectRefusal(page, origin, link({ request_uri: address }), 'request_uri_blocked'));
  }
  await test.step('B15: a page where a request object should be', () =>
    expectRefusal(page, origin, link({ request_uri: `${origin}/daricheh/kit.js` }), 'request_uri_blocked'));
  await test.step('B15: ten megabytes', async () => {
    traffic.rewrite((url) => (url.pathname === '/daricheh/kit.js' ? Buffer.alloc(10_000_000, 'a') : undefined));
    await expectRefusal(page, origin, link({ request_uri: `${origin}/daricheh/kit.js` }), 'request_uri_blocked');
    traffic.rewrite(undefined);
  });
  const byPost = { response_mode: 'direct_post', expected_origins: undefined };
  const answers = {
    'an address elsewhere': { response_uri: 'https://evil.test/answer' },
    'a redirect_uri beside it': { response_uri: `${origin}/a`, redirect_uri: `${origin}/b` },
  };
  for (const [name, members] of Object.entries(answers)) {
    await test.step(`B14: ${name}`, () =>
      expectRefusal(page, origin, link({ request: forge({ ...byPost, ...members }) }), 'invalid_request'));
  }
  const strange = [...outside, 'https://evil.test/answer'].map((address) => new URL(address).hostname);
  expect([canary.heard, traffic.strangers.filter((host) => strange.some((each) => host.startsWith(each)))]).toEqual([[], []]);
  expect(traffic.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
  canary.close();
});
